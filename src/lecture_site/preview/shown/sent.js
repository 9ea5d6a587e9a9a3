// The blocks of the text as they were sent: other scripts change them later.

var sentBlocks = Array.from(
  document.querySelector("article").children,
  (block) => block.outerHTML,
);
