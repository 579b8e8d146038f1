// Characters by kind, as JavaScript knows them by itself; the package brings long lists of them.

export const P = /\p{P}/u;
export const S = /\p{S}/u;
