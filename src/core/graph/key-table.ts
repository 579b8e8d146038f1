/** Keys by places; a key may be at many places, and many keys at one. */
export interface KeyTable {
  add(place: string, key: string): void;
  delete(place: string, key: string): void;
  at(place: string): Iterable<string>;
}

export function createKeyTable(): KeyTable {
  const places = new Map<string, Set<string>>();
  return {
    add(place, key) {
      const keys = places.get(place);
      if (keys) keys.add(key);
      else places.set(place, new Set<string>().add(key));
    },
    delete(place, key) {
      const keys = places.get(place);
      if (keys?.delete(key) && keys.size === 0) places.delete(place);
    },
    at: (place) => places.get(place) ?? [],
  };
}
