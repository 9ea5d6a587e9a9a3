var x=new Set;function H(e){if(x.has(e))return;x.add(e);let t=new CSSStyleSheet;t.replaceSync(e),document.adoptedStyleSheets=[...document.adoptedStyleSheets,t]}var Y=`/* Listings that run. Their buttons lie over the line that says "prints", so
   that nothing moves when they come. */

.run__bar {
  position: absolute;
  top: 0;
  right: 0.4rem;
  left: 3.2rem;
  display: flex;
  justify-content: flex-end;
  gap: 0.3rem;
  align-items: center;
  height: 1.4rem;
  font-size: 0.62rem;
  color: var(--md-default-fg-color--light);
}

.run__elsewhere {
  gap: 0.35em;
  top: 0.1rem;
  right: 0.7rem;
}

.md-typeset .run__elsewhere a {
  text-decoration: underline;
}

.run__weight {
  white-space: nowrap;
}

.run__button {
  min-width: 1.2rem;
  min-height: 1.2rem;
  padding: 0 0.5rem;
  border: 0.05rem solid var(--md-default-fg-color--lightest);
  border-radius: 0.2rem;
  background: var(--md-default-bg-color);
  color: var(--md-default-fg-color);
  font: inherit;
  font-size: 0.62rem;
  line-height: 1.1rem;
  white-space: nowrap;
  cursor: pointer;
}

.run__button:hover {
  border-color: currentcolor;
}

.run__bar > .run__button:first-of-type {
  border-color: var(--md-typeset-a-color);
  color: var(--md-typeset-a-color);
  font-weight: 600;
}

.run__bar[data-runs="true"] > .run__button:first-of-type {
  border-color: var(--figure-red);
  color: var(--figure-red);
}

.md-typeset .run__recorded:has(+ .run__output) {
  margin-bottom: 0;
}

.run__output {
  --state: var(--md-default-fg-color--light);

  border-left: 0.15rem solid var(--state);
}

.run__output:is([data-state="as recorded"], [data-state="within tolerance"]) {
  --state: var(--figure-green);
}

.run__output:is([data-state="differs"], [data-state="wrong"]) {
  --state: var(--figure-orange);
}

.run__head {
  display: flex;
  gap: 0.6rem;
  align-items: baseline;
  justify-content: space-between;
  padding-right: 0.6rem;
  font-size: 0.62rem;
}

.run__status {
  color: var(--state);
  font-weight: 600;
}

.run__output progress {
  display: block;
  width: calc(100% - 1.6rem);
  height: 0.3rem;
  margin: 0.4rem 0.8rem;
  accent-color: var(--figure-blue);
}

.run__output [hidden] {
  display: none;
}

.run__output > pre {
  box-sizing: border-box;
  max-height: 20rem;
  overflow: auto;
}

.run__figure {
  padding: 0.4rem;
  background: var(--md-default-bg-color);
}

.run__below > .run__button {
  margin: 0 0 0.6rem 0.7rem;
}

.md-typeset .run__error {
  border-top: 0.05rem solid var(--md-default-fg-color--lightest);
}

.md-typeset .run__note {
  margin: 0;
  padding: 0.3rem 0.75rem 0.5rem;
  font-size: 0.66rem;
  line-height: 1.5;
}

.md-typeset .run__note:empty {
  display: none;
}

.md-typeset .run__told {
  margin-bottom: 1rem;
  border-left: 0.15rem solid var(--figure-orange);
}

/* An editor takes the place of the code. */
.md-typeset .run__edited > pre {
  display: none;
}

.run__editor {
  display: block;
  font-size: 0.64rem;
}

.run__edit {
  border-top: 0.05rem solid var(--md-default-fg-color--lightest);
  background: var(--md-code-bg-color);
}

.run__row {
  display: flex;
  flex-wrap: wrap;
  gap: 0.3rem;
  align-items: center;
  padding: 0.3rem 0.4rem 0.3rem 0.75rem;
}

.run__keys {
  flex: 1 1 9rem;
  font-size: 0.62rem;
  color: var(--md-default-fg-color--light);
}

@media screen and (max-width: 44.984375em) {
  .run__keys {
    flex-basis: 100%;
  }

  .md-content__inner > .run__output,
  .md-content__inner > .run__told {
    margin-inline: -0.8rem;
  }
}

/* It would lie over the first line. */
body:has(.run__editor:focus-within) .md-top {
  visibility: hidden;
}

@media print {
  .run__bar,
  .run__output,
  .run__told {
    display: none;
  }
}
`;function C(e,t){for(let[r,n]of Object.entries(t))n===null||n===!1?e.removeAttribute(r):e.setAttribute(r,n===!0?"":String(n));return e}function o(e,t={},...r){let n=C(document.createElement(e),t);return n.append(...r),n}var p=new URL(import.meta.url.replace(/assets\/page\/.*$/,""));function X(e){return`${p.pathname}${e}`}var m=new URL("assets/runtime/",p),D="This browser has no WebAssembly, so no Python runs here. Take the file or the notebook at the end of the page, and run it on your machine.",b="Python could not be loaded. Perhaps there is no network; try again.",f=null,d=!1,i=null,l=[],k=0,g=null;async function te(){let e=await N().catch(()=>0);return e?`loads ${(e/1e6).toFixed(1)} MB once`:""}async function N(){if(d)return 0;let e=await E();return await U(e)?0:e.files.reduce((t,{bytes:r})=>t+r,0)}async function U({files:e}){if(!("caches"in self))return!1;let t=e.map(({name:r})=>caches.match(new URL(r,m)));return(await Promise.all(t)).every(r=>r!==void 0)}function re(e,t){k+=1;let r={request:{...e,id:k},listener:t};return l.push(r),i?t.waits():w(),r}function V(e){l=l.filter(t=>t!==e),e===i&&(S(),i=null,w()),e.listener.breaks(null)}function ne(e){e===i&&!d?e.listener={...e.listener,...q}:(e===i||l.includes(e))&&V(e)}var h=()=>{},q={loads:h,begins:h,ends:h,breaks:h};async function w(){i=l.shift()??null;let e=i;if(e)try{if(d||await G(e),e!==i)return;e.listener.begins(),f?.postMessage(e.request)}catch(t){e===i&&v(t instanceof u?t.message:b)}}var u=class extends Error{};async function G(e){if(typeof WebAssembly>"u")throw new u(D);e.listener.loads(0,0);let t=await E();if(e!==i)return;let r=new Worker(new URL("assets/page/worker.js",p),{type:"module"});f=r,await new Promise((n,s)=>{r.onmessage=({data:a})=>{a.type==="ready"?(d=!0,n()):a.type==="failed"&&!d?s(new u(a.what)):W(a)},r.onerror=()=>{s(new u(b)),d&&v("Python has stopped. Run again: it begins anew.")},r.postMessage(t)})}function W(e){let t=i?.listener;t&&(e.type==="progress"&&t.loads(e.loaded,e.total),e.type==="failed"&&v(e.what),!(!("id"in e)||e.id!==i?.request.id)&&(e.type==="output"?t.prints(e.text):e.type==="figure"?t.draws(e.svg,e.alt):(i=null,t.ends(e),w())))}function v(e){let t=i?[i,...l]:l;S(),i=null,l=[];for(let{listener:r}of t)r.breaks(e)}function S(){f?.terminate(),f=null,d=!1}function E(){return g??=I().catch(e=>{throw g=null,e}),g}async function I(){let e=await fetch(new URL("manifest.json",m));if(!e.ok)throw new u(b);let t=await e.json();return{type:"start",base:m.href,files:t.files,wheel:new URL(t.wheel,m).href}}function L(e,t,r={}){let n=o("button",{type:"button",...r},e);return n.addEventListener("click",t),n}function ae(e,t,r){let n=URL.createObjectURL(new Blob([t],{type:r})),s=document.createElement("a");s.href=n,s.download=e,s.click(),setTimeout(()=>URL.revokeObjectURL(n),1e3)}var c=new Map;function de(e){try{return localStorage.getItem(e)??c.get(e)??null}catch{return c.get(e)??null}}function ue(e,t){try{return localStorage.setItem(e,t),c.delete(e),!0}catch{return c.set(e,t),!1}}function ce(e){c.delete(e);try{localStorage.removeItem(e)}catch{}}var R="http://www.w3.org/2000/svg",O=new Set("svg g path circle ellipse rect line polyline polygon text tspan defs clipPath marker use title desc linearGradient radialGradient stop pattern symbol".split(" ")),J=/url\(\s*["']?(?!#|["'])|script:|^\s*data:/i,A=0;function T(e){let r=new DOMParser().parseFromString(e,"image/svg+xml").documentElement;if(r.namespaceURI!==R||r.localName!=="svg")return null;for(let n of[...r.querySelectorAll("*")])n.namespaceURI===R&&O.has(n.localName)||n.remove();for(let n of[r,...r.querySelectorAll("*")])K(n);return z(r),document.importNode(r,!0)}function K(e){for(let{name:t,value:r}of[...e.attributes]){let n=/(^|:)href$/.test(t)&&!r.startsWith("#");(/^on/i.test(t)||n||J.test(r))&&e.removeAttribute(t)}}function z(e){A+=1;for(let t of e.querySelectorAll("[id]")){let r=t.id;t.id=`${r}-drawn-${A}`;for(let n of e.querySelectorAll("*"))for(let{name:s,value:a}of[...n.attributes])(a===`#${r}`||a.includes(`url(#${r})`))&&n.setAttribute(s,a.replace(`#${r}`,`#${t.id}`))}}var _=2e5,M=e=>(e/1e6).toFixed(1),B={"as recorded":"as recorded","within tolerance":"within tolerance of the record",differs:"differs from the record"},$=class{constructor(t,r){this.again=r;let n=o("span",{class:"listing-note__label"},"your run");this.box=o("section",{class:"listing-note run__output","aria-label":`Your run of ${t}`},o("div",{class:"run__head"},n,this.status),this.progress,this.printed,this.below)}again;box;status=o("span",{class:"run__status",role:"status"});progress=o("progress",{"aria-label":"Loading Python"});text=document.createTextNode("");printed=o("pre",{tabindex:"0"},o("samp",{},this.text));below=o("div",{class:"run__below"});length=0;listener(t,r){return{waits:()=>this.say("waits for the program that is running"),loads:(n,s)=>this.loads(n,s),begins:()=>{t(),this.progress.hidden=!0,this.say("runs")},prints:n=>this.prints(n),draws:(n,s)=>this.draws(n,s),ends:r,breaks:n=>{r(null),this.breaks(n)}}}clear(t){this.text.data="",this.length=0,this.below.replaceChildren(),this.box.dataset.state="runs",this.printed.style.minHeight=`${t}px`,this.progress.hidden=!0}loads(t,r){this.progress.hidden=!1,r&&(this.progress.max=r,this.progress.value=t),this.progress.textContent=r?`${M(t)} of ${M(r)} MB`:"",t>=r&&r?this.say("starts Python"):this.say("loads Python")}prints(t){if(this.length>_)return;this.length+=t.length;let r=this.length>_;this.text.appendData(r?t.slice(0,_-this.length):t),r&&this.note("More was printed than a page can show.")}draws(t,r){let n=T(t);if(!n){this.note("The program drew something that is no drawing in SVG.");return}n.setAttribute("role","img"),n.setAttribute("aria-label",r),this.below.append(o("div",{class:"drawing run__figure"},n))}ends({seconds:t,agreement:r,error:n}){this.settle(n?"wrong":r?.verdict??"done");let s=r&&!n?`${B[r.verdict]}, `:"";this.say(n?"ends with an error":`${s}${t.toFixed(1)} s`),n?this.explain(n):r?.says&&this.note(r.says,"run__moved")}breaks(t){this.settle("stopped"),this.say(t===null?"stopped":"did not run"),t!==null&&(this.note(t),this.below.append(L("Try again",this.again,{class:"run__button"})))}settle(t){this.progress.hidden=!0,this.box.dataset.state=t,this.printed.style.minHeight="",this.printed.hidden=this.length===0}explain({line:t,source:r,text:n,hint:s}){let a=t?`line ${t}: ${r?.trim()??""}
`:"",y=o("samp",{},a+n.trimEnd());this.below.append(o("pre",{class:"run__error",tabindex:"0"},y)),s&&this.note(s)}note(t,r=""){this.below.append(o("p",{class:`run__note ${r}`.trim()},t))}say(t){this.status.textContent!==t&&(setTimeout(()=>{this.status.textContent=t}),this.printed.hidden=!1)}};export{H as a,Y as b,o as c,L as d,p as e,X as f,ae as g,de as h,ue as i,ce as j,te as k,re as l,V as m,ne as n,$ as o};
