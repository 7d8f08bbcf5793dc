/** Words of a text: runs of anything but white space, as `wc -w` counts them. */
export function answerLengthWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
