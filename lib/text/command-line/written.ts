/** What the command line says once it has written files. */
export const writtenText = (folder: string, files: readonly string[], digest: string) =>
  `Written to ${folder}: ${files.join(', ')}. SHA-256 of the proof’s manifest, to be sent by another way: ${digest}`;
