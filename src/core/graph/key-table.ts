/** Keys by places; a key may be at many places, and many keys at one. */
export interface KeyTable {
  add(place: string, key: string): void;
  delete(place: string, key: string): void;
  at(place: string): Iterable<string>;
}

export function createKeyTable(): KeyTable {
  /** One key without a set where it is alone, as at most places: a set takes 250 bytes. */
  const places = new Map<string, string | Set<string>>();
  return {
    add(place, key) {
      const keys = places.get(place);
      if (keys instanceof Set) keys.add(key);
      else places.set(place, keys === undefined || keys === key ? key : new Set([keys, key]));
    },
    delete(place, key) {
      const keys = places.get(place);
      if (keys instanceof Set) {
        keys.delete(key);
        if (keys.size === 0) places.delete(place);
      } else if (keys === key) places.delete(place);
    },
    at(place) {
      const keys = places.get(place) ?? [];
      return typeof keys === 'string' ? [keys] : keys;
    },
  };
}
