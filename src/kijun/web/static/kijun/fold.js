/* When are two spellings the same to somebody who searches? Width, kana and case do not count. */
export const fold = (text) =>
  text.normalize("NFKC").toLowerCase()
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/[ー‐-―−]/g, "-").replace(/\s+/g, " ").trim();

/* Every word that was typed occurs, in any order. */
export const matches = (folded, typed) => fold(typed).split(" ").every((word) => folded.includes(word));
