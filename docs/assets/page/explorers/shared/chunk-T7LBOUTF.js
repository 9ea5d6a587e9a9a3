var D=Object.defineProperty;var he=(e,t)=>{for(var r in t)D(e,r,{get:t[r],enumerable:!0})};var Q="http://www.w3.org/2000/svg";function g(e,t){for(let[r,o]of Object.entries(t))o===null||o===!1?e.removeAttribute(r):e.setAttribute(r,o===!0?"":String(o));return e}function l(e,t={},...r){let o=g(document.createElement(e),t);return o.append(...r),o}function fe(e,t={},...r){let o=g(document.createElementNS(Q,e),t);return o.append(...r),o}function m(e,t){e.textContent!==t&&(e.textContent=t)}function O(e,t){return Math.min(e.max,Math.max(e.min,t))}function f(e){if(Number.isNaN(e))return"not a number";if(!Number.isFinite(e))return e>0?"∞":"−∞";let t=Math.abs(e);return(t!==0&&(t<.001||t>=1e5)?J(e):String(Number(e.toPrecision(3)))).replace(/^-/,"−")}function J(e){let[t="",r]=e.toExponential(1).split("e"),o=String(Number(r)).replace("-","⁻").replace(/\d/g,i=>"⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(i)]??i),n=t.replace(/\.0$/,"");return n==="1"?`10${o}`:`${n} · 10${o}`}function $(){return matchMedia("(prefers-reduced-motion: reduce)").matches}function R(e,t){let r=0;return t.addEventListener("abort",()=>cancelAnimationFrame(r)),()=>{t.aborted||(r||=requestAnimationFrame(()=>{r=0,e()}))}}function _e(e,t){let r=0,o=performance.now(),n=s=>{let a=e(Math.min(.1,(s-o)/1e3));o=s,r=a&&!t.aborted?requestAnimationFrame(n):0};r=requestAnimationFrame(n);let i=()=>cancelAnimationFrame(r);return t.addEventListener("abort",i),i}var H=`/* Explorers: a question, and what can be touched. Loaded with the first of
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

.md-typeset .explorer__control--unused {
  visibility: hidden;
}

.md-typeset .explorer__control--text {
  grid-column: 1 / -1;
}

.md-typeset .explorer__control :is(select, input[type="text"], input[type="number"]) {
  grid-column: 2 / -1;
  width: 100%;
  min-width: 0;
  min-height: 1.9rem;
  padding: 0 0.5rem;
  border: 0.05rem solid var(--figure-muted);
  border-radius: 0.2rem;
  background: var(--md-default-bg-color);
  font: inherit;
  color: var(--md-default-fg-color);
}

.md-typeset .explorer__control input[type="text"] {
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
  min-width: 3.2rem;
  font-size: 0.7rem;
  text-align: end;
}

.md-typeset .explorer__wrong {
  grid-column: 1 / -1;
  margin: 0 0 0.4em;
  font-size: 0.68rem;
  overflow-wrap: anywhere;
  color: var(--figure-red);
}

.md-typeset .explorer__control [aria-invalid] {
  border-color: var(--figure-red);
}

/* What is seen. The sentence below has its lines kept, so nothing jumps. */
.md-typeset .explorer__plot {
  margin: 0 0 0.6rem;
}

.md-typeset .explorer__view {
  contain: layout style; /* what moves in it moves nothing else */
}

.md-typeset .explorer__says {
  min-height: 4.8em;
  margin: 0.4em 0;
  font-size: 0.76rem;
  line-height: 1.6;
}

@media screen and (max-width: 44.984375em) {
  .md-typeset .explorer__says {
    min-height: 8em;
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
  user-select: none;
}

.explorer__plot .plot__inside {
  overflow: hidden;
}

.plot text {
  font-size: 13px;
  fill: var(--figure-ink);
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
  fill: var(--figure-muted);
  fill-opacity: 3%;
  stroke: var(--figure-muted);
  stroke-opacity: 35%;
}

.plot__line--path {
  stroke-width: 1.5;
  stroke-opacity: 70%;
}

.plot__line--dots,
.plot__line--small {
  stroke-width: 6;
  stroke-linecap: round;
}

.plot__line--small {
  stroke-width: 4;
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

.md-typeset .explorer__button:disabled {
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
`;function N(e,t=location.hash){let[r,...o]=t.slice(1).split("?");return r===`explore-${e}`&&o.length?o.join("?"):null}function w(e,t){return`#explore-${e}?${t}`}var x=class{constructor(t,r){this.name=t;r.addEventListener("abort",()=>clearTimeout(this.waits))}name;waits;latest="";write(t){this.latest=t,this.waits??=setTimeout(()=>{this.waits=void 0,history.replaceState(history.state,"",w(this.name,this.latest))},400)}};function q(e,t,r){document.addEventListener("click",o=>{if(o.button||o.ctrlKey||o.metaKey||o.shiftKey||o.altKey)return;let n=o.target instanceof Element?o.target.closest("a"):null,i=n?.pathname===location.pathname&&n.host===location.host;!n||!i||N(e,n.hash)===null||(o.preventDefault(),o.stopPropagation(),history.pushState(history.state,"",n.hash),t())},{capture:!0,signal:r})}function P(e,t,r){switch(e.kind){case"number":return Y(e,t,r);case"choice":return Z(e,t,r);case"switch":return ee(e,t,r);case"text":return te(e,t,r)}}function Y(e,t,r){let o=e.scale==="log"?Math.log10:d=>d,n=e.scale==="log"?d=>10**d:d=>d,i=e.shown??f,s=l("input",{type:"range",id:t,min:o(e.min),max:o(e.max),step:e.step}),a=l("output",{for:t,class:"explorer__value"}),c=d=>{let p=Number(d);Number(s.value)!==o(p)&&(s.value=String(o(p))),m(a,i(p)),g(s,{"aria-valuetext":i(p)})};return s.addEventListener("input",()=>{let d=O(e,re(n(Number(s.value))));c(d),r(d)}),v(e.label,"range",s,c,a)}function Z(e,t,r){let o=Object.entries(e.options).map(([s,a])=>l("option",{value:s},a)),n=l("select",{id:t},...o);n.addEventListener("change",()=>r(n.value));let i=s=>{n.value=String(s)};return v(e.label,"choice",n,i)}function ee(e,t,r){let o=l("input",{type:"checkbox",id:t});o.addEventListener("change",()=>r(o.checked));let n=i=>{o.checked=i===!0};return v(e.label,"switch",o,n)}function te(e,t,r){let o=l("input",{type:"text",id:t,maxlength:e.longest,spellcheck:"false",autocomplete:"off",autocapitalize:"off"}),n=s=>{o.value!==s&&document.activeElement!==o&&(o.value=String(s))},i=v(e.label,"text",o,n);return o.addEventListener("input",()=>{let s=e.wrong(o.value);i.blame(s),s||r(o.value)}),i}function v(e,t,r,o,...n){let i=l("p",{id:`${r.id}-wrong`,class:"explorer__wrong",hidden:!0});return{element:l("div",{class:`explorer__control explorer__control--${t}`},l("label",{for:r.id},e),r,...n,i),show:o,blame(a){m(i,a),i.hidden=!a;let c=a?{"aria-describedby":i.id,"aria-invalid":"true"}:{"aria-describedby":null,"aria-invalid":null};g(r,c)}}}function re(e){return Number(e.toPrecision(12))}var k=class{element=l("div",{class:"explorer__controls"});controls=new Map;wrong=l("p",{class:"explorer__wrong",hidden:!0});constructor(t,r,o){for(let[n,i]of Object.entries(r)){if(i.hidden)continue;let s=`explore-${t}-${n}`,a=P(i,s,c=>o(n,c));this.controls.set(n,a),this.element.append(a.element)}this.element.append(this.wrong)}show(t,r,o){for(let[i,s]of this.controls){s.show(t[i]);let a=r!==void 0&&!r.includes(i)&&!o[i];s.element.classList.toggle("explorer__control--unused",a);for(let c of s.element.querySelectorAll("input, select"))c.toggleAttribute("disabled",a);s.blame(o[i]??"")}let n=Object.keys(o).filter(i=>!this.controls.has(i));m(this.wrong,n.map(i=>o[i]).join(" ")),this.wrong.hidden=!n.length}};var j=new Set;function z(e){if(j.has(e))return;j.add(e);let t=new CSSStyleSheet;t.replaceSync(e),document.adoptedStyleSheets=[...document.adoptedStyleSheets,t]}var oe=/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i,ne=2e3,K=24;function S(e){let t=Object.entries(e).map(([r,o])=>[r,o.initial]);return Object.fromEntries(t)}function V(e,t){let r=S(e),o={};if(t.length>ne)return o[""]="The address is too long to be a state of this explorer.",{state:r,problems:o};for(let[n,i]of new URLSearchParams(t)){let s=Object.hasOwn(e,n)?e[n]:void 0;if(!s){o[""]=`Nothing here is called ${G(n)}, as the address says.`;continue}let a=se(s,i);a===null?o[n]=ae(s,i):r[n]=a}return{state:r,problems:o}}function U(e,t){let r=new URLSearchParams;for(let[o,n]of Object.entries(e)){let i=t[o];i!==n.initial&&r.set(o,ie(i))}return r.toString()}function ie(e){return typeof e=="boolean"?e?"on":"off":String(typeof e=="number"?Number(e.toPrecision(12)):e)}function se(e,t){switch(e.kind){case"number":{let r=oe.test(t)?Number(t):NaN;return r>=e.min&&r<=e.max?r:null}case"choice":return Object.hasOwn(e.options,t)?t:null;case"switch":return t==="on"?!0:t==="off"?!1:null;case"text":return t.length<=e.longest&&!e.wrong(t)?t:null}}function ae(e,t){let r=`the address says ${G(t)}`;switch(e.kind){case"number":return`This is a number from ${f(e.min)} to ${f(e.max)}; ${r}.`;case"choice":return`This is one of ${Object.keys(e.options).join(", ")}; ${r}.`;case"switch":return`This is on or off; ${r}.`;case"text":return t.length>e.longest?`At most ${e.longest} letters fit in here; the address has ${t.length}.`:e.wrong(t)}}function G(e){return`“${e.length>K?`${e.slice(0,K)}…`:e}”`}function W(e,t){let r=h(e,"choices"),o=h(e,"answer"),n=`${e.id}-guess`,i=l("form",{class:"explorer__guess"}),s=h(e,"question");s.id=`${e.id}-question`,r.setAttribute("role","radiogroup"),r.setAttribute("aria-labelledby",s.id);for(let p of r.children)de(p,n);let a=l("button",{type:"submit",class:"explorer__button"},"This is my guess"),c=l("button",{type:"button",class:"explorer__button explorer__button--quiet"},"Skip"),d=l("span",{class:"explorer__wrong",role:"alert"});i.append(a,c,d),le(o,i),c.addEventListener("click",()=>t("")),i.addEventListener("submit",p=>{p.preventDefault();let b=r.querySelector("input:checked");b?t(ce(b)):d.textContent="Choose one of them first, or skip."})}function le(e,t){let r=e.nextElementSibling??e,o=r.getBoundingClientRect().top;e.hidden=!0,e.before(t);let n=r.getBoundingClientRect().top-o;n<0&&(t.style.minHeight=`${t.offsetHeight-n}px`)}function B(e,t){let r=h(e,"answer"),o=e.querySelector(".explorer__guess"),n=o?.contains(document.activeElement)??!1;o?.remove();let i=h(e,"choices");for(let a of i.querySelectorAll("input"))a.disabled=!0;for(let a of i.children)a.toggleAttribute("data-told",!0);r.hidden=!1,r.open=!0;let s=r.querySelector("summary");t&&s?.replaceChildren(t),n&&s?.focus({preventScroll:!0})}function h(e,t){let r=e.querySelector(`.explorer__${t}`);if(!r)throw new Error(`the explorer has no ${t}`);return r}function de(e,t){let r=l("input",{type:"radio",name:t}),o=l("label",{},r,...e.childNodes);e.setAttribute("role","presentation"),e.replaceChildren(o)}function ce(e){return e.closest("li")?.hasAttribute("data-right")?"As you guessed":"It is another answer"}var pe=700,F=class{constructor(t){this.signal=t;t.addEventListener("abort",()=>clearTimeout(this.waits))}signal;element=l("p",{class:"explorer__says","aria-live":"polite"});waits;say(t,r=!1){clearTimeout(this.waits),!this.signal.aborted&&(r?m(this.element,t):this.waits=setTimeout(()=>m(this.element,t),pe))}};var ue=["ink","muted","grid","paper","blue","orange","green","purple","red"];function He(){let e=getComputedStyle(document.body),t=ue.map(r=>[r,e.getPropertyValue(`--figure-${r}`).trim()]);return Object.fromEntries(t)}function I(e,t){let r=new MutationObserver(e);r.observe(document.body,{attributeFilter:["data-md-color-scheme"]}),t.addEventListener("abort",()=>r.disconnect())}function De(e){return t=>{z(H);let r=new A(e,t);return()=>r.end()}}var A=class{constructor(t,r){this.explorer=t;this.container=r;this.asWritten=[...r.cloneNode(!0).childNodes],this.state=S(t.fields),W(r,n=>this.open(n));let{signal:o}=this.end_;addEventListener("hashchange",()=>this.follow(),{signal:o}),q(t.name,()=>this.follow(),o),r.toggleAttribute("data-mounted",!0),this.follow()}explorer;container;end_=new AbortController;asWritten;state;problems={};opened=null;end(){this.end_.abort(),this.container.replaceChildren(...this.asWritten),this.container.toggleAttribute("data-mounted",!1)}follow(){let t=N(this.explorer.name);if(t===null)return;let r=V(this.explorer.fields,t);this.state=r.state,this.problems=r.problems,this.open(""),this.opened?.(!1),h(this.container,"stage").scrollIntoView({block:"start",behavior:$()?"auto":"smooth"})}open(t){if(this.opened)return;let{container:r,explorer:o}=this,{signal:n}=this.end_;B(r,t);let i=l("div",{class:"explorer__stage"}),s=new k(o.name,o.fields,(u,_)=>T({[u]:_})),a=l("div",{class:"explorer__view"}),c=new F(n),d=l("a",{class:"explorer__link"},"Link to this state"),p=l("button",{type:"button",class:"explorer__button explorer__button--quiet"},"As in the beginning");i.append(s.element,a,c.element,l("p",{class:"explorer__more"},p,d)),h(r,"answer").after(i);let b=new x(o.name,n),M=()=>{let u=a.clientWidth;u&&L.draw(this.state,u)},y=R(M,n),E=u=>{let _=U(o.fields,this.state);s.show(this.state,L.uses?.(this.state),u?{}:this.problems),d.href=w(o.name,_),c.say(L.says(this.state),!u),u&&b.write(_),y()},T=u=>{Object.assign(this.state,u),E(!0)},L=o.view({root:a,signal:n,change:T,redraw:y});p.addEventListener("click",()=>T(S(o.fields)));let C=new ResizeObserver(y);C.observe(a),n.addEventListener("abort",()=>C.disconnect()),I(y,n),me(r,o.name),this.opened=E,E(!1),M()}};function me(e,t){for(let r of e.querySelectorAll("[data-state]")){let o=w(t,r.dataset.state??""),n=l("a",{href:o,class:"explorer__try"});n.append(...r.childNodes),r.replaceWith(n)}m(h(e,"tries-title"),"Try this")}export{he as a,g as b,l as c,fe as d,m as e,O as f,f as g,P as h,$ as i,_e as j,He as k,De as l};
