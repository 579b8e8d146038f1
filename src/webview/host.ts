/** The page's way to the extension, and what it keeps while it is hidden. */
export interface Host<From, State> {
  send(message: From): void;
  readonly state: State | undefined;
  keep(state: State): void;
}

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** Takes VS Code's interface, which can be had once, and listens to the extension. */
export function connect<To, From, State>(listener: (message: To) => void): Host<From, State> {
  const api = acquireVsCodeApi();
  window.addEventListener('message', ({ data }: MessageEvent<To>) => listener(data));
  return {
    send: (message) => api.postMessage(message),
    state: api.getState() as State | undefined,
    keep: (state) => api.setState(state),
  };
}
