"use strict";
// The fonts stand in the style sheet. Decoded before the page is drawn, they
// move nothing.
document.fonts.load("600 1em 'STIX Two Text'");
document.fonts.load("1em 'STIX Two Math Subset'");
