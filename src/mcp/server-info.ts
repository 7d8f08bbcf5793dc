/** Who the server says it is; the version is that of the package. */
export const SERVER_INFO = { name: 'footnote', title: 'Footnote', version: '0.1.0' } as const;
