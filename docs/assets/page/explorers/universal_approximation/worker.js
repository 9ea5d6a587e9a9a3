import{o}from"../shared/chunk-NY27JOMM.js";import{a as m}from"../shared/chunk-3NQPKWKI.js";import{a as r}from"../shared/chunk-ROBY4XTW.js";import"../shared/chunk-SKHWBLOA.js";m(r(o));
