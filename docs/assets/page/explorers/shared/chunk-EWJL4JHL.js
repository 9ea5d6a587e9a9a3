var pe="http://www.w3.org/2000/svg";function b(e,t){for(let[r,o]of Object.entries(t))o===null||o===!1?e.removeAttribute(r):e.setAttribute(r,o===!0?"":String(o));return e}function l(e,t={},...r){let o=b(document.createElement(e),t);return o.append(...r),o}function Me(e,t={},...r){let o=b(document.createElementNS(pe,e),t);return o.append(...r),o}function p(e,t){e.textContent!==t&&(e.textContent=t)}function B(e,t,r={}){let o=l("button",{type:"button",...r},e);return o.addEventListener("click",t),o}function w(e,t){let r=B(e,()=>{r.getAttribute("aria-disabled")!=="true"&&t()},{class:"explorer__button explorer__button--quiet"});return r}function qe(e,t){b(e,{"aria-disabled":t?null:"true"})}var ce=/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;function G(e){return ce.test(e)?Number(e):NaN}function D(e){return e.trim().replace(",",".").replace("−","-")}function x({scale:e},t){return e==="log"?Math.log10(t):t}function Q({scale:e},t){return e==="log"?10**t:t}function je(e,t){if(t>=e.max)return e.max;let r=Math.round(x(e,R(e,t))/e.step);return R(e,k(Q(e,r*e.step)))}function J(e,t){return t+e.step>x(e,e.max)+1e-9?e.max:R(e,k(Q(e,t)))}function k(e){return Number(e.toPrecision(12))}function R(e,t){return Math.min(e.max,Math.max(e.min,t))}function v(e){if(Number.isNaN(e))return"not a number";if(!Number.isFinite(e))return e>0?"∞":"−∞";let t=Math.abs(e);return(t!==0&&(t<.001||t>=1e5)?me(e):String(Number(e.toPrecision(3)))).replace(/^-/,"−")}function me(e){let[t="",r]=e.toExponential(1).split("e"),o=String(Number(r)).replace("-","⁻").replace(/\d/g,i=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(i)]??i),n=t.replace(/\.0$/,"");return n==="1"?`10${o}`:`${n} · 10${o}`}function X(){return matchMedia("(prefers-reduced-motion: reduce)").matches}function Y(e,t){let r=0;return t.addEventListener("abort",()=>cancelAnimationFrame(r)),()=>{t.aborted||(r||=requestAnimationFrame(()=>{r=0,e()}))}}function Ke(e,t){let r=0,o=performance.now(),n=a=>{let s=e(Math.min(.1,(a-o)/1e3));o=a,r=s&&!t.aborted?requestAnimationFrame(n):0};r=requestAnimationFrame(n);let i=()=>cancelAnimationFrame(r);return t.addEventListener("abort",i),i}var he=["ink","muted","grid","paper","blue","orange","green","purple","red"];function We(){let e=getComputedStyle(document.body),t=he.map(r=>[r,e.getPropertyValue(`--figure-${r}`).trim()]);return Object.fromEntries(t)}function Z(e,t){let r=new MutationObserver(e);r.observe(document.body,{attributeFilter:["data-md-color-scheme"]}),t.addEventListener("abort",()=>r.disconnect())}var ee=`/* Explorers: a question, and what can be touched. Loaded with the first of
   them; without it the question stands in the page as a box. */

.md-typeset .explorer {
  --touch: 2.2rem; /* 44 pixels, for a finger */

  font-variant-numeric: tabular-nums;
}

.md-typeset .explorer [hidden] {
  display: none;
}

/* The question */
.md-typeset .explorer[data-mounted] .explorer__choices {
  list-style: none;
}

.md-typeset .explorer__choices label {
  position: relative;
  display: block;
  margin: -0.5rem 0 -0.5rem -1.45rem;
  padding: 0.5rem 0 0.5rem 1.45rem;
  cursor: pointer;
}

.md-typeset .explorer__choices input {
  position: absolute;
  top: 0.6rem;
  left: 0;
  width: 1rem;
  height: 1rem;
  margin: 0;
  accent-color: var(--md-typeset-a-color);
}

.md-typeset .explorer__choices [data-told] label {
  cursor: default;
}

.md-typeset .explorer__choices [data-told][data-right] label {
  font-weight: 650;
}

.md-typeset .explorer__choices [data-told][data-right] label::after {
  content: " ✓" / "the answer";
  color: var(--figure-green);
}

.md-typeset .explorer__guess {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem;
  align-items: center;
}

.md-typeset .explorer__button {
  min-height: var(--touch);
  padding: 0 0.9rem;
  border: 0.05rem solid var(--md-typeset-a-color);
  border-radius: 0.2rem;
  background: var(--md-typeset-a-color);
  font-size: 0.7rem;
  font-weight: 600;
  color: var(--md-default-bg-color);
  cursor: pointer;
}

.md-typeset .explorer__button--quiet {
  background: none;
  color: var(--md-typeset-a-color);
}

/* The controls */
.md-typeset .explorer__stage {
  scroll-margin-top: 3.4rem; /* below the header */
}

.md-typeset .explorer__controls {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
  gap: 0 1.4rem;
  margin: 0.4rem 0 0.8rem;
}

.md-typeset .explorer__control {
  display: grid;
  grid-template-columns: 4.2rem 1fr auto;
  gap: 0 0.6rem;
  align-items: center;
  min-height: var(--touch);
}

.md-typeset .explorer__control label {
  font-size: 0.7rem;
}

/* What means nothing now keeps its place, so that nothing moves. */
.md-typeset .explorer__control--unused {
  opacity: 40%;
}

.md-typeset .explorer__control--unused :is(input, select) {
  cursor: default;
}

.md-typeset .explorer__control--text {
  grid-column: 1 / -1;
}

.md-typeset .explorer__control :is(select, input[type="text"]) {
  min-width: 0;
  min-height: 1.9rem;
  padding: 0 0.5rem;
  border: 0.05rem solid var(--figure-muted);
  border-radius: 0.2rem;
  background: var(--md-default-bg-color);
  font: inherit;
  color: var(--md-default-fg-color);
}

.md-typeset :is(.explorer__control--choice select, .explorer__control--text input) {
  grid-column: 2 / -1;
  width: 100%;
}

.md-typeset .explorer__control--text input[type="text"] {
  font-family: var(--md-code-font-family);
  font-size: 0.72rem;
}

.md-typeset .explorer__control input[type="range"] {
  width: 100%;
  min-width: 0;
  height: var(--touch);
  margin: 0;
  accent-color: var(--md-typeset-a-color);
  cursor: pointer;
}

.md-typeset .explorer__control input[type="checkbox"] {
  width: 1.2rem;
  height: 1.2rem;
  accent-color: var(--md-typeset-a-color);
}

.md-typeset .explorer__value {
  min-width: 3.4rem;
  font-size: 0.7rem;
  text-align: end;
}

.md-typeset .explorer__control input.explorer__value {
  width: 3.4rem;
  padding: 0 0.25rem;
  border-color: var(--figure-grid);
  font-size: 0.7rem;
}

.md-typeset .explorer__control input.explorer__value:is(:hover, :focus) {
  border-color: var(--figure-muted);
}

.md-typeset .explorer__wrong {
  grid-column: 1 / -1;
  margin: 0 0 0.4em;
  font-size: 0.68rem;
  overflow-wrap: anywhere;
  color: var(--figure-red);
}

.md-typeset .explorer__control input[aria-invalid] {
  border-color: var(--figure-red);
}

/* What is seen, and the sentence on it: near to what is touched, with its
   lines kept, so nothing jumps. */
.md-typeset .explorer__plot {
  margin: 0 0 0.6rem;
}

.md-typeset .explorer__view {
  contain: layout style; /* what moves in it moves nothing else */
}

/* What is computed is not yet what is set. Who does not wait sees none of it. */
.explorer__view .plot__inside,
.explorer__view canvas {
  transition: opacity 0.1s;
}

.explorer__view[aria-busy="true"] :is(.plot__inside, canvas) {
  opacity: 60%;
  transition-delay: 0.25s;
}

.md-typeset .explorer__says {
  min-height: 4.8em;
  margin: 0.4em 0;
  font-size: 0.76rem;
  line-height: 1.6;
}

.md-typeset .explorer__spoken {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: 0;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

@media screen and (max-width: 44.984375em) {
  .md-typeset .explorer__says {
    min-height: 9em;
    line-height: 1.5;
  }
}

@media (prefers-reduced-motion: reduce) {
  .explorer__view :is(.plot__inside, canvas) {
    transition: none;
  }
}

.md-typeset .explorer__more {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 1.2rem;
  align-items: center;
  margin: 0 0 1em;
}

.md-typeset .explorer__link {
  display: inline-block;
  padding: 0.35rem 0;
}

.md-typeset .explorer[data-mounted] :focus-visible {
  outline: 0.1rem solid var(--md-accent-fg-color);
  outline-offset: 0.1rem;
}

/* Plots */
.explorer__plot svg {
  display: block;
  overflow: visible;
  font-family: var(--md-text-font-family);
  -webkit-user-select: none; /* for Safari, or a finger that is held would choose words */
  user-select: none;
}

.explorer__plot .plot__inside {
  overflow: hidden;
}

.plot text {
  font-size: 13px;
  fill: var(--figure-ink);
}

@media screen and (max-width: 44.984375em) {
  .plot .plot__text--small {
    font-size: 11px;
  }
}

.plot__axes line {
  stroke: var(--figure-grid);
}

.plot__rule {
  stroke: var(--figure-muted);
}

.plot__rule--input {
  stroke-dasharray: 2 3;
}

.plot__line {
  fill: none;
  stroke: var(--plot-colour, var(--figure-blue));
  stroke-width: 2;
  stroke-linejoin: round;
}

.plot__line--dashed {
  stroke-dasharray: 6 4;
}

:is(.plot__dot, .plot__bar) {
  fill: var(--plot-colour, var(--figure-blue));
}

.plot .plot__text {
  fill: var(--plot-colour, var(--figure-ink));
}

:is(.plot__line, .plot__dot, .plot__bar, .plot__text) {
  &[class*="--blue"] { --plot-colour: var(--figure-blue); }
  &[class*="--orange"] { --plot-colour: var(--figure-orange); }
  &[class*="--green"] { --plot-colour: var(--figure-green); }
  &[class*="--purple"] { --plot-colour: var(--figure-purple); }
  &[class*="--red"] { --plot-colour: var(--figure-red); }
  &[class*="--muted"] { --plot-colour: var(--figure-muted); }
}

.plot__grip {
  cursor: grab;
}

.plot__target {
  fill: transparent;
}

.plot__handle {
  fill: var(--figure-paper);
  stroke: var(--figure-ink);
  stroke-width: 2.5;
}

.md-typeset .explorer .plot__grip:focus-visible {
  outline: none;
}

.plot__grip:focus-visible .plot__handle {
  stroke: var(--md-accent-fg-color);
  stroke-width: 5;
}

/* Graphs, in the explorer of that name */
.graph {
  position: relative;
  margin: 0.6rem 0;
  overflow-x: auto;
}

.graph .plot {
  display: block;
  max-width: none; /* fields stand on it, in pixels; what is wider scrolls */
  font-family: var(--md-text-font-family);
}

.graph__edge {
  stroke: var(--figure-muted);
  stroke-width: 1.5;
}

.graph__node {
  fill: var(--figure-paper);
  stroke: var(--figure-ink);
  stroke-width: 1.5;
}

.graph__node--forward {
  stroke: var(--figure-blue);
  stroke-width: 4;
}

.graph__node--backward {
  stroke: var(--figure-orange);
  stroke-width: 4;
}

.md-typeset .graph__field {
  position: absolute;
  width: 68px;
  height: 26px;
  padding: 0 0.2rem;
  border: 0.05rem solid var(--figure-muted);
  border-radius: 0.2rem;
  background: var(--md-default-bg-color);
  font: inherit;
  font-size: 13px;
  text-align: center;
  color: var(--figure-blue);
}

.graph__walk {
  display: flex;
  flex-wrap: wrap;
  gap: 0.3rem 0.6rem;
  align-items: center;
}

.graph__walk .explorer__control {
  flex: 1 1 13rem;
}

/* Two plots side by side, and buttons: a small network, initialisation */
.learning {
  display: flex;
  flex-wrap: wrap;
  gap: 0 8px;
}

.learning > :is(.learning__buttons, .explorer__note, .tiles) {
  flex: 1 0 100%;
}

.learning__buttons {
  display: flex;
  flex-wrap: wrap;
  gap: 0.3rem 0.4rem;
  align-items: center;
  margin: 0 0 0.6rem;
  font-size: 0.7rem;
}

.md-typeset .learning__buttons .explorer__button {
  padding: 0 0.6rem;
}

.md-typeset .learning__buttons select {
  min-height: var(--touch);
  margin: 0 0.6rem 0 0.2rem;
  border: 0.05rem solid var(--figure-muted);
  border-radius: 0.2rem;
  background: var(--md-default-bg-color);
  font: inherit;
  color: inherit;
}

.plane {
  position: relative;
}

.plane .explorer__canvas {
  position: absolute;
}

.plane svg {
  position: relative;
}

.plane .plot__axes line {
  stroke: none;
}

.plane .plot__handle {
  fill: none;
  stroke-width: 1.5;
  r: 6px;
}

.md-typeset .explorer__note {
  margin: 0 0 0.4rem;
  font-size: 0.7rem;
}

.explorer .word--blue { color: var(--figure-blue); }
.explorer .word--green { color: var(--figure-green); }
.explorer .word--orange { color: var(--figure-orange); }
.explorer .word--purple { color: var(--figure-purple); }
.explorer .word--red { color: var(--figure-red); }

@media print {
  .md-typeset :is(.explorer__stage, .explorer__guess) {
    display: none;
  }
}

/* Two plots side by side where there is room; and the map of a loss */
.explorer__pair {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
}

.contours path {
  vector-effect: non-scaling-stroke;
  fill: var(--figure-muted);
  fill-opacity: 3%;
  stroke: var(--figure-muted);
  stroke-opacity: 35%;
}

.plot__line--path {
  stroke-width: 1.5;
  stroke-opacity: 70%;
}

.plot__line--dots {
  stroke-linecap: round;
}

/* Bumps below a curve */
.plot__bar--faint {
  fill-opacity: 14%;
}

.plot__rule--worst {
  stroke: var(--figure-red);
  stroke-width: 2;
}

.md-typeset .explorer__tools .explorer__more {
  margin: 0.4rem 0 0;
}

.md-typeset .explorer__button[aria-disabled="true"] {
  opacity: 50%;
  cursor: default;
}

/* Batches before and after */
.plot__line--thin {
  stroke-width: 1;
  stroke-opacity: 55%;
}

.plot__rule--spread {
  stroke: var(--figure-ink);
  stroke-width: 2;
}

/* A threshold and its outcomes */
.plot__rule--here {
  stroke: var(--figure-ink);
  stroke-width: 2;
}

.outcomes {
  width: 100%;
  border-collapse: collapse;
  font-size: 0.7rem;
  line-height: 1.3;
  table-layout: fixed;
}

.outcomes :is(th, td) {
  height: 2.2rem;
  padding: 0.1rem;
  border-bottom: 0.05rem solid var(--figure-grid);
  text-align: start;
  vertical-align: middle;
}

.outcomes thead :is(th, td) {
  height: 1.4rem;
}

.outcomes tr > :first-child {
  width: 16%;
}

@media screen and (max-width: 44.984375em) {
  .outcomes {
    font-size: 0.62rem;
  }

  .outcomes tbody :is(th, td) {
    height: 2.8rem;
  }
}
`;function H(e,t=location.hash){let[r,...o]=t.slice(1).split("?");return r===`explore-${e}`&&o.length?o.join("?"):null}function S(e,t){return`#explore-${e}?${t}`}var F=class{constructor(t,r){this.name=t;r.addEventListener("abort",()=>clearTimeout(this.waits)),document.addEventListener("click",()=>this.writeLatest(),{capture:!0,signal:r})}name;waits;latest=null;write(t){this.latest=t,this.waits===void 0&&this.writeLatest()}writeNow(t){this.latest=t,this.writeLatest()}writeLatest(){clearTimeout(this.waits),this.waits=void 0,this.latest!==null&&(history.replaceState(history.state,"",S(this.name,this.latest)),this.latest=null,this.waits=setTimeout(()=>this.writeLatest(),400))}};function te(e,t,r,o){document.addEventListener("click",n=>{if(n.button||n.ctrlKey||n.metaKey||n.shiftKey||n.altKey)return;let i=n.target instanceof Element?n.target.closest("a"):null,a=i?.pathname===location.pathname&&i.host===location.host;!i||!a||H(e,i.hash)===null||(n.preventDefault(),n.stopPropagation(),t(),i.hash!==location.hash&&history.pushState(history.state,"",i.hash),r())},{capture:!0,signal:o})}var fe=2e3,re=24;function E(e){let t=Object.entries(e).map(([r,o])=>[r,o.initial]);return Object.fromEntries(t)}function oe(e,t){let r=E(e),o={};if(t.length>fe)return o[""]="The address is too long to be a state of this explorer.",{state:r,problems:o};for(let[n,i]of new URLSearchParams(t)){let a=Object.hasOwn(e,n)?e[n]:void 0;if(!a){o[""]=`Nothing here is called ${L(n)}, as the address says.`;continue}let s=xe(a,i);s===null?o[n]=_e(a,i):r[n]=s}return{state:r,problems:o}}function P(e,t){let r=new URLSearchParams;for(let[o,n]of Object.entries(e)){let i=t[o];i!==n.initial&&r.set(o,be(i))}return r.toString()}function be(e){return typeof e=="boolean"?e?"on":"off":String(typeof e=="number"?Number(e.toPrecision(12)):e)}function xe(e,t){switch(e.kind){case"number":return j(e,t);case"choice":return Object.hasOwn(e.options,t)?t:null;case"switch":return t==="on"?!0:t==="off"?!1:null;case"text":return t.length<=e.longest&&!e.wrong(t)?t:null}}function j(e,t){let r=G(t);return r>=e.min&&r<=e.max&&(!ne(e)||Number.isInteger(r))?r:null}function z(e,t){return`${q(e)} is a ${ne(e)?"whole ":""}number from ${v(e.min)} to ${v(e.max)}; ${t}.`}function q({hidden:e,label:t}){return e?t:"This"}function ne({min:e,step:t,scale:r}){return r!=="log"&&Number.isInteger(e)&&Number.isInteger(t)}function K({longest:e,hidden:t,label:r},o,n){return o.length>e?`At most ${e} letters fit in ${t?`“${r}”`:"here"}; ${n} has ${o.length}.`:""}function _e(e,t){let r=`the address says ${L(t)}`;switch(e.kind){case"number":return z(e,r);case"choice":return`${q(e)} is one of ${Object.keys(e.options).join(", ")}; ${r}.`;case"switch":return`${q(e)} is on or off; ${r}.`;case"text":return K(e,t,"the address")||e.wrong(t)}}function L(e){return`“${e.length>re?`${e.slice(0,re)}…`:e}”`}var ye=300;function se(e,t,r){switch(e.kind){case"number":return ve(e,t,r);case"choice":return we(e,t,r);case"switch":return ke(e,t,r);case"text":return Fe(e,t,r)}}function ve(e,t,r){let[o,n]=[x(e,e.min),x(e,e.max)],i=e.shown??v,a=l("input",{type:"range",id:t,min:o,max:n,step:e.step}),s=l("input",{type:"text",id:`${t}-typed`,class:"explorer__value",inputmode:"decimal","aria-label":`${e.label}, as a number`,autocomplete:"off"}),d=e.initial,c=u=>{d=Number(u);let y=x(e,d);Number(a.value)!==y&&(a.value=String(y)),b(a,{"aria-valuetext":i(d)}),document.activeElement!==s&&(s.value=i(d))},g=T(e.label,"range",a,c,s),f=u=>{g.blame(u),b(s,{"aria-invalid":u?"true":null})};a.addEventListener("input",()=>{c(J(e,Number(a.value))),r(d)}),s.addEventListener("focus",()=>{s.hasAttribute("aria-invalid")||(s.value=String(k(d))),s.select()}),s.addEventListener("input",()=>{let u=ie(e,s.value);u!==null&&(f(""),r(u))});let _=()=>{let u=ie(e,s.value)!==null||s.value===i(d);u&&(s.value=i(d)),f(u?"":z(e,`${L(s.value)} is none`))};return s.addEventListener("change",()=>{document.activeElement===s&&_()}),s.addEventListener("blur",()=>setTimeout(_,ye)),{...g,blame:f}}function ie(e,t){return j(e,D(t))}function we(e,t,r){let o=Object.entries(e.options).map(([a,s])=>l("option",{value:a},s)),n=l("select",{id:t},...o);n.addEventListener("change",()=>r(n.value));let i=a=>{n.value=String(a)};return T(e.label,"choice",n,i)}function ke(e,t,r){let o=l("input",{type:"checkbox",id:t});o.addEventListener("change",()=>r(o.checked));let n=i=>{o.checked=i===!0};return T(e.label,"switch",o,n)}function Fe(e,t,r){let o=l("input",{type:"text",id:t,spellcheck:"false",autocomplete:"off",autocapitalize:"off"}),n=a=>{o.value!==a&&document.activeElement!==o&&(o.value=String(a))},i=T(e.label,"text",o,n);return o.addEventListener("input",()=>{let a=K(e,o.value,"this")||e.wrong(o.value);i.blame(a),a||r(o.value)}),i}function T(e,t,r,o,...n){let i=l("p",{id:`${r.id}-wrong`,class:"explorer__wrong",hidden:!0});return{element:l("div",{class:`explorer__control explorer__control--${t}`},l("label",{for:r.id},e),r,...n,i),show:o,blame(s){p(i,s),i.hidden=!s;let d=s?{"aria-describedby":i.id,"aria-invalid":"true"}:{"aria-describedby":null,"aria-invalid":null};b(r,d)}}}var N=class{element=l("div",{class:"explorer__controls"});controls=new Map;unused=new Set;wrong=l("p",{class:"explorer__wrong",hidden:!0});constructor(t,r,o){for(let[n,i]of Object.entries(r)){if(i.hidden)continue;let a=`explore-${t}-${n}`,s=se(i,a,d=>o(n,d));this.controls.set(n,s),this.element.append(s.element)}this.element.append(this.wrong)}show(t,r,o){for(let[i,a]of this.controls){a.show(t[i]);let s=r!==void 0&&!r.includes(i)&&!o[i];s!==this.unused.has(i)&&this.lay(i,a.element,s),a.blame(o[i]??"")}let n=Object.keys(o).filter(i=>!this.controls.has(i));p(this.wrong,n.map(i=>o[i]).join(" ")),this.wrong.hidden=!n.length}lay(t,r,o){o?this.unused.add(t):this.unused.delete(t),r.classList.toggle("explorer__control--unused",o);for(let n of r.querySelectorAll("input, select"))n.toggleAttribute("disabled",o)}};var ae=new Set;function le(e){if(ae.has(e))return;ae.add(e);let t=new CSSStyleSheet;t.replaceSync(e),document.adoptedStyleSheets=[...document.adoptedStyleSheets,t]}function de(e,t){let r=h(e,"choices"),o=h(e,"answer"),n=`${e.id}-guess`,i=l("form",{class:"explorer__guess"}),a=h(e,"question");a.id=`${e.id}-question`,r.setAttribute("role","radiogroup"),r.setAttribute("aria-labelledby",a.id);for(let g of r.children)Ee(g,n);let s=l("button",{type:"submit",class:"explorer__button"},"This is my guess"),d=w("Skip",()=>t("")),c=l("span",{class:"explorer__wrong",role:"alert"});i.append(s,d,c),Se(o,i),r.addEventListener("change",()=>p(c,"")),i.addEventListener("submit",g=>{g.preventDefault();let f=r.querySelector("input:checked");f?t(Le(f)):p(c,"Choose one of them first, or skip.")})}function Se(e,t){let r=e.nextElementSibling??e,o=r.getBoundingClientRect().top;e.hidden=!0,e.before(t);let n=r.getBoundingClientRect().top-o;n<0&&(t.style.minHeight=`${t.offsetHeight-n}px`)}function ue(e,t){let r=h(e,"answer"),o=e.querySelector(".explorer__guess"),n=o?.contains(document.activeElement)??!1;o?.remove();let i=h(e,"choices");for(let s of i.querySelectorAll("input"))s.disabled=!0;for(let s of i.children)s.toggleAttribute("data-told",!0);r.hidden=!1,r.open=!0;let a=r.querySelector("summary");t&&a?.replaceChildren(t),n&&a?.focus({preventScroll:!0})}function h(e,t){let r=e.querySelector(`.explorer__${t}`);if(!r)throw new Error(`the explorer has no ${t}`);return r}function Ee(e,t){let r=l("input",{type:"radio",name:t}),o=l("label",{},r,...e.childNodes);e.setAttribute("role","presentation"),e.replaceChildren(o)}function Le(e){return e.closest("li")?.hasAttribute("data-right")?"As you guessed":"It is another answer"}var Te=700,Ne=5e3,A=class{constructor(t){this.signal=t;t.addEventListener("abort",()=>clearTimeout(this.waits))}signal;element=l("p",{class:"explorer__says"});spoken=l("p",{class:"explorer__spoken","aria-live":"polite"});waits;say(t,r=!1){clearTimeout(this.waits),!(t===null||this.signal.aborted)&&(p(this.element,t),r||(this.waits=setTimeout(()=>this.speak(t),Te)))}speak(t){p(this.spoken,t),this.waits=setTimeout(()=>p(this.spoken,""),Ne)}};function _t(e){return t=>{le(ee);let r=new V(e,t);return()=>r.end()}}var V=class{constructor(t,r){this.explorer=t;this.container=r;this.asWritten=[...r.cloneNode(!0).childNodes],this.state=E(t.fields),de(r,n=>this.open(n));let{signal:o}=this.end_;addEventListener("hashchange",()=>this.follow(),{signal:o}),te(t.name,()=>this.leave(),()=>this.follow(),o),r.toggleAttribute("data-mounted",!0),this.follow()}explorer;container;end_=new AbortController;asWritten;state;problems={};opened=null;address=null;end(){this.end_.abort(),this.container.replaceChildren(...this.asWritten),this.container.toggleAttribute("data-mounted",!1)}follow(){let t=H(this.explorer.name);if(t===null)return;let r=oe(this.explorer.fields,t);this.state=r.state,this.problems=r.problems;let o=this.opened!==null;this.open(""),this.opened?.(!1,o),h(this.container,"stage").scrollIntoView({block:"start",behavior:X()?"auto":"smooth"})}leave(){this.address?.writeNow(P(this.explorer.fields,this.state))}open(t){if(this.opened)return;let{container:r,explorer:o}=this,{signal:n}=this.end_;ue(r,t);let i=l("div",{class:"explorer__stage"}),a=new N(o.name,o.fields,(m,C)=>O({[m]:C})),s=l("div",{class:"explorer__view"}),d=new A(n),c=l("a",{class:"explorer__link"},"Link to this state"),g=w("As in the beginning",()=>O(E(o.fields)));i.append(a.element,d.element,s,d.spoken,l("p",{class:"explorer__more"},g,c)),h(r,"answer").after(i);let f=this.address=new F(o.name,n),_=()=>{let m=s.clientWidth;m&&$.draw(this.state,m)},u=Y(_,n),y=!0,W=()=>{d.say($.says(this.state),y),u()},M=(m,C)=>{y=!C;let U=P(o.fields,this.state);a.show(this.state,$.uses?.(this.state),m?{}:this.problems),c.href=S(o.name,U),m&&f.write(U),W()},O=m=>{Object.assign(this.state,m),M(!0,!0)},$=o.view({root:s,signal:n,change:O,redraw:u,refresh:W}),I=new ResizeObserver(u);I.observe(s),n.addEventListener("abort",()=>I.disconnect()),Z(u,n),Ae(r,o.name),this.opened=M,M(!1,!1),_()}};function Ae(e,t){for(let r of e.querySelectorAll("[data-state]")){let o=S(t,r.dataset.state??""),n=l("a",{href:o,class:"explorer__try"});n.append(...r.childNodes),r.replaceWith(n)}p(h(e,"tries-title"),"Try this")}export{b as a,l as b,Me as c,p as d,w as e,qe as f,G as g,D as h,x as i,Q as j,je as k,v as l,se as m,X as n,Ke as o,We as p,_t as q};
