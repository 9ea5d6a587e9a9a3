"use strict";
// The font of the formulas stands in the style sheet. Decoded before the page
// is drawn, it moves nothing.
document.fonts.load("1em 'STIX Two Math Subset'");
