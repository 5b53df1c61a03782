// Titles that hold the whole query come first: with its marks, then without.
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
const asked = (new URLSearchParams(window.location.search).get("q") || "").normalize("NFC").trim().toLowerCase();
var Scorer = {
  score: ([docname, title, anchor, descr, score]) => {
    if (title.toLowerCase().includes(asked)) return score + 40;
    return plain(title).includes(plain(asked)) ? score + 20 : score;
  },
  objNameMatch: 11, objPartialMatch: 6, objPrio: { 0: 15, 1: 5, 2: -5 }, objPrioDefault: 0,
  title: 15, partialTitle: 7, term: 5, partialTerm: 2,
};
