// What is wrong with a page as it is seen: run in the page by check.py, a line for each fault.
() => {
  const style = (element) => getComputedStyle(element);
  const shown = (element) => `${element.tagName} ${(element.textContent || "").trim().slice(0, 40)}`;

  // Things of the article that reach beyond the screen, unless what is around them scrolls.
  const screen = document.documentElement.clientWidth;
  const scrolls = (element) => ["auto", "scroll", "hidden"].includes(style(element).overflowX);
  const isWide = (element) => {
    const box = element.getBoundingClientRect();
    if (!box.width || box.right <= screen + 1) return false;
    while (element.tagName !== "ARTICLE" && !scrolls(element)) element = element.parentElement;
    return element.tagName === "ARTICLE";
  };
  const wide = [...document.querySelectorAll("article *")].filter(isWide).map(shown);

  const isSmall = (text) => text.getBoundingClientRect().height
    && text.getScreenCTM().a * parseFloat(style(text).fontSize) < 11;
  const small = [...document.querySelectorAll("svg text")].filter(isSmall).map(shown);

  // Letters that look like the box of a missing letter, or like nothing, in one of the fonts of the page.
  // Wide digits, which an example refuses, are in fonts of Chinese only.
  const size = 48;
  const paper = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  paper.canvas.width = paper.canvas.height = size;
  const drawn = (font, letter) => {
    paper.clearRect(0, 0, size, size);
    paper.font = font;
    paper.fillText(letter, 6, 34);
    return paper.getImageData(0, 0, size, size).data.join();
  };
  const fonts = new Set(), letters = new Set(), missing = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { fontWeight, fontFamily } = style(texts.currentNode.parentElement);
    fonts.add(`${fontWeight} 28px ${fontFamily}`);
    for (const letter of texts.currentNode.data.replace(/[\s\u00ad\u200b-\u200d\ufeff\u0300-\u036f\uff10-\uff19]/gu, ""))
      if (letter > "~") letters.add(letter);
  }
  for (const font of fonts) {
    const none = [drawn(font, "\u{10FFFD}"), drawn(font, " ")];
    for (const letter of letters)
      if (none.includes(drawn(font, letter))) missing.add(`${letter} U+${letter.codePointAt(0).toString(16)}`);
  }

  return [
    ...wide.slice(0, 3).map((what) => `wider than the screen: ${what}`),
    ...small.slice(0, 3).map((what) => `smaller than 11 px: ${what}`),
    ...[...missing].slice(0, 5).map((what) => `in no font: ${what}`),
  ];
}
