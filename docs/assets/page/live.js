function ot(e,t){for(let[r,n]of Object.entries(t))n===null||n===!1?e.removeAttribute(r):e.setAttribute(r,n===!0?"":String(n));return e}function o(e,t={},...r){let n=ot(document.createElement(e),t);return n.append(...r),n}var g=new URL(import.meta.url.replace(/assets\/page\/.*$/,""));function M(e){return`${g.pathname}${e}`}var k=new URL("assets/runtime/",g),it="This browser has no WebAssembly, so no Python runs here. Take the file or the notebook at the end of the page, and run it on your machine.",E="Python could not be loaded. Perhaps there is no network; try again.",v=null,u=!1,a=null,d=[],P=0,S=null;async function B(){return u?0:(await D()).files.reduce((t,{bytes:r})=>t+r,0)}function N(e,t){P+=1;let r={request:{...e,id:P},listener:t};return d.push(r),a?t.waits():L(),r}function T(e){d=d.filter(t=>t!==e),e===a&&(q(),a=null,L()),e.listener.breaks(null)}function O(e){e===a&&!u?e.listener={...e.listener,...st}:(e===a||d.includes(e))&&T(e)}var b=()=>{},st={loads:b,begins:b,ends:b,breaks:b};async function L(){a=d.shift()??null;let e=a;if(e)try{if(u||await at(e),e!==a)return;e.listener.begins(),v?.postMessage(e.request)}catch(t){e===a&&A(t instanceof c?t.message:E)}}var c=class extends Error{};async function at(e){if(typeof WebAssembly>"u")throw new c(it);e.listener.loads(0,0);let t=await D();if(e!==a)return;let r=new Worker(new URL("assets/page/worker.js",g),{type:"module"});v=r,await new Promise((n,i)=>{r.onmessage=({data:s})=>{s.type==="ready"?(u=!0,n()):s.type==="failed"&&!u?i(new c(s.what)):lt(s)},r.onerror=()=>{i(new c(E)),u&&A("Python has stopped. Run again: it begins anew.")},r.postMessage(t)})}function lt(e){let t=a?.listener;t&&(e.type==="progress"&&t.loads(e.loaded,e.total),e.type==="failed"&&A(e.what),!(!("id"in e)||e.id!==a?.request.id)&&(e.type==="output"?t.prints(e.text):e.type==="figure"?t.draws(e.svg,e.alt):(a=null,t.ends(e),L())))}function A(e){let t=a?[a,...d]:d;q(),a=null,d=[];for(let{listener:r}of t)r.breaks(e)}function q(){v?.terminate(),v=null,u=!1}function D(){return S??=dt().catch(e=>{throw S=null,e}),S}async function dt(){let e=await fetch(new URL("manifest.json",k));if(!e.ok)throw new c(E);let t=await e.json();return{type:"start",base:k.href,files:t.files,wheel:new URL(t.wheel,k).href}}var I=new Set;function U(e){if(I.has(e))return;I.add(e);let t=new CSSStyleSheet;t.replaceSync(e),document.adoptedStyleSheets=[...document.adoptedStyleSheets,t]}function h(e,t,r={}){let n=o("button",{type:"button",...r},e);return n.addEventListener("click",t),n}var m=new Map;function R(e){try{return localStorage.getItem(e)??m.get(e)??null}catch{return m.get(e)??null}}function G(e,t){try{return localStorage.setItem(e,t),m.delete(e),!0}catch{return m.set(e,t),!1}}function $(e){m.delete(e);try{localStorage.removeItem(e)}catch{}}var y="#run=";async function W(e,t){let r=new TextEncoder().encode(t),n=await K(r,new CompressionStream("deflate-raw")),i=Array.from(n,x=>String.fromCharCode(x)),s=btoa(i.join("")).replaceAll("+","-").replaceAll("/","_").replaceAll("=",""),l=new URL(location.href);return l.hash=`${y}${e}:${s}`,l.href}async function j(e){if(!e.startsWith(y))return null;let[t="",r=""]=e.slice(y.length).split(":");return{name:t,code:await ut(r)}}function H(){location.hash.startsWith(y)&&history.replaceState(history.state,"",location.pathname+location.search)}async function ut(e){try{let t=atob(e.replaceAll("-","+").replaceAll("_","/")),r=Uint8Array.from(t,i=>i.charCodeAt(0)),n=await K(r,new DecompressionStream("deflate-raw"));return new TextDecoder("utf-8",{fatal:!0}).decode(n)||null}catch{return null}}async function K(e,t){let r=new Blob([e]).stream().pipeThrough(t).getReader(),n=[];for(;;){let{done:i,value:s}=await r.read();if(i)return Uint8Array.from(n);for(let l of s)n.push(l);if(n.length>1e5)throw new RangeError("too long")}}var ht="Tab indents, Esc leaves, Ctrl+Enter runs";function V(e,t,r){let n=o("p",{class:"run__note",role:"status"}),i=f=>{n.textContent=f},s=(f,nt)=>h(f,nt,{class:"run__button","aria-label":`${f} ${e}`}),l=o("span",{class:"run__keys"},ht),x=o("div",{class:"run__row",role:"group","aria-label":`Your version of ${e}`},l,s("Copy",()=>{J(r.code(),"Your version is copied.",i)}),s("Save",()=>pt(e,r.code())),s("Link",()=>{mt(t,r.code(),i)}),s("Reset",r.reset));return{bar:o("div",{class:"run__edit"},x,n),tell:i}}async function J(e,t,r){try{await navigator.clipboard.writeText(e),r(t)}catch{r("This browser does not let the page copy.")}}function pt(e,t){let r=URL.createObjectURL(new Blob([`${t.trimEnd()}
`],{type:"text/x-python"}));o("a",{href:r,download:e}).click(),setTimeout(()=>URL.revokeObjectURL(r),1e3)}async function mt(e,t,r){if(typeof CompressionStream>"u"){r("This browser cannot pack code into a link. Save the file and send that.");return}let n=await W(e,t),i=n.length>8e3,s=n.length.toLocaleString("en"),l=i?` It has ${s} letters, which some programs cut off: send the file instead.`:"";await J(n,`A link with your version in it is copied; no server sees the code.${l}`,r)}var z="http://www.w3.org/2000/svg",ft=new Set("svg g path circle ellipse rect line polyline polygon text tspan defs clipPath marker use title desc linearGradient radialGradient stop pattern symbol".split(" ")),gt=/url\(\s*["']?(?!#|["'])|script:|^\s*data:/i,Y=0;function F(e){let r=new DOMParser().parseFromString(e,"image/svg+xml").documentElement;if(r.namespaceURI!==z||r.localName!=="svg")return null;for(let n of[...r.querySelectorAll("*")])n.namespaceURI===z&&ft.has(n.localName)||n.remove();for(let n of[r,...r.querySelectorAll("*")])bt(n);return vt(r),document.importNode(r,!0)}function bt(e){for(let{name:t,value:r}of[...e.attributes]){let n=/(^|:)href$/.test(t)&&!r.startsWith("#");(/^on/i.test(t)||n||gt.test(r))&&e.removeAttribute(t)}}function vt(e){Y+=1;for(let t of e.querySelectorAll("[id]")){let r=t.id;t.id=`${r}-drawn-${Y}`;for(let n of e.querySelectorAll("*"))for(let{name:i,value:s}of[...n.attributes])(s===`#${r}`||s.includes(`url(#${r})`))&&n.setAttribute(i,s.replace(`#${r}`,`#${t.id}`))}}var C=2e5,Z=e=>(e/1e6).toFixed(1),yt={"as recorded":"as recorded","within tolerance":"within tolerance of the record",differs:"differs from the record"},w=class{constructor(t,r){this.again=r;let n=o("span",{class:"listing-note__label"},"your run");this.box=o("section",{class:"listing-note run__output","aria-label":`Your run of ${t}`},o("div",{class:"run__head"},n,this.status),this.progress,this.printed,this.below)}again;box;status=o("span",{class:"run__status",role:"status"});progress=o("progress",{"aria-label":"Loading Python"});text=document.createTextNode("");printed=o("pre",{tabindex:"0"},o("samp",{},this.text));below=o("div",{class:"run__below"});length=0;clear(t){this.text.data="",this.length=0,this.below.replaceChildren(),this.box.dataset.state="runs",this.printed.style.minHeight=`${t}px`,this.progress.hidden=!0}waits(){this.say("waits for the program that is running")}loads(t,r){this.progress.hidden=!1,r&&(this.progress.max=r,this.progress.value=t),this.progress.textContent=r?`${Z(t)} of ${Z(r)} MB`:"",t>=r&&r?this.say("starts Python"):this.say("loads Python")}begins(){this.progress.hidden=!0,this.say("runs")}prints(t){if(this.length>C)return;this.length+=t.length;let r=this.length>C;this.text.appendData(r?t.slice(0,C-this.length):t),r&&this.note("More was printed than a page can show.")}draws(t,r){let n=F(t);if(!n){this.note("The program drew something that is no drawing in SVG.");return}n.setAttribute("role","img"),n.setAttribute("aria-label",r),this.below.append(o("div",{class:"drawing run__figure"},n))}ends({seconds:t,agreement:r,error:n}){this.settle(n?"wrong":r?.verdict??"done");let i=r&&!n?`${yt[r.verdict]}, `:"";this.say(n?"ends with an error":`${i}${t.toFixed(1)} s`),n?this.explain(n):r?.says&&this.note(r.says,"run__moved")}breaks(t){this.settle("stopped"),this.say(t===null?"stopped":"did not run"),t!==null&&(this.note(t),this.below.append(h("Try again",this.again,{class:"run__button"})))}settle(t){this.progress.hidden=!0,this.box.dataset.state=t,this.printed.style.minHeight="",this.printed.hidden=this.length===0}explain({text:t,hint:r}){let n=o("samp",{},t.trimEnd());this.below.append(o("pre",{class:"run__error",tabindex:"0"},n)),r&&this.note(r)}note(t,r=""){this.below.append(o("p",{class:`run__note ${r}`.trim()},t))}say(t){this.status.textContent!==t&&(setTimeout(()=>{this.status.textContent=t}),this.printed.hidden=!1)}};var wt="The editor could not be loaded. Perhaps there is no network.",_=class{constructor(t,r){this.block=t;this.note=r;let n=t.querySelector(".filename")?.textContent??"";this.name=(t.getAttribute("data-run")||n).replace(/^snippets\/|\.py$/g,""),this.called=`${this.name.split("/").at(-1)}.py`,this.original=t.querySelector("code")?.textContent?.trimEnd()??"",this.recorded=r.querySelector("samp")?.textContent??"",this.output=new w(this.called,()=>this.start()),this.run=h("",()=>this.job?T(this.job):this.start(),{class:"run__button"}),this.edit=h("",()=>{this.toggleEditor()},{class:"run__button"}),this.bar.setAttribute("aria-label",this.called),this.bar.append(this.weight,this.run,this.edit),this.label(),r.classList.add("run__recorded"),r.append(this.bar)}block;note;name;bar=o("div",{class:"run__bar",role:"group"});weight=o("span",{class:"run__weight"});called;original;recorded;run;edit;output;editor=null;editBar=null;job=null;isKept=!0;async showShared(t){if(this.block.scrollIntoView({block:"start"}),t===null){this.tell("The link that you opened should hold code, but it cannot be read: perhaps it was cut off. This is the listing of the lecture.");return}await this.openEditor(t.replace(/\r\n?/g,`
`),!1),this.editBar?.tell("This code came with the link that you opened, and is not the lecture's. Read it before you run it. Reset brings the listing back.")}leave(){this.job&&O(this.job)}get key(){return M(`code/${this.name}`)}get code(){return this.editor?.code()??this.original}label(){Q(this.run,this.job?"Stop":"Run",this.called);let r=R(this.key)!==null?"Your version":"Edit";Q(this.edit,this.editor?"Close":r,this.called),this.bar.dataset.runs=String(this.job!==null)}start(){let t=this.note.querySelector("pre");this.note.after(this.output.box),this.output.clear(t?.clientHeight??0),this.editor?.mark(null);let{code:r,name:n,recorded:i}=this;this.job=N({type:"run",code:r,name:n,recorded:i},this.listener()),this.label()}listener(){let{output:t}=this,r=()=>{this.job=null,this.label()};return{waits:()=>t.waits(),loads:(n,i)=>t.loads(n,i),begins:()=>{document.dispatchEvent(new Event("python-is-warm")),t.begins()},prints:n=>t.prints(n),draws:(n,i)=>t.draws(n,i),ends:n=>{r(),t.ends(n),this.editor?.mark(n.error?.line??null)},breaks:n=>{r(),t.breaks(n)}}}async toggleEditor(){this.editor?this.closeEditor():await this.openEditor(R(this.key)??this.original,!0),this.editor?.focus()}async openEditor(t,r){try{let{openEditor:n}=await import("./editor.js");this.editor&&this.closeEditor(),this.isKept=r,this.show(n,t)}catch{this.tell(wt)}}show(t,r){this.editBar=V(this.called,this.name,{code:()=>this.code,reset:()=>this.reset()}),this.editor=t(r,{label:`Code of ${this.called}`,describedBy:"Tab indents, Escape leaves the editor, Control and Enter run.",changed:n=>this.keep(n),run:()=>{this.job||this.start()},leave:()=>this.run.focus()}),this.block.classList.add("run__edited"),this.block.append(this.editor.host,this.editBar.bar),this.label()}closeEditor(){this.editor?.host.remove(),this.editBar?.bar.remove(),this.editor=null,this.block.classList.remove("run__edited"),this.label()}keep(t){this.isKept&&(t.trimEnd()===this.original?$(this.key):G(this.key,t)||this.editBar?.tell("This browser keeps nothing for this page. Save your version as a file before you leave."))}reset(){this.isKept=!0,this.editor?.replace(this.original),$(this.key),H(),this.editBar?.tell("The listing is back. Undo, with Control and Z, brings your version again."),this.output.box.remove(),this.editor?.focus()}tell(t){this.note.after(o("p",{class:"run__note run__told",role:"status"},t))}};function Q(e,t,r){e.textContent=t,e.setAttribute("aria-label",`${t} ${r}`)}var X=`/* Listings that run. Their buttons lie over the line that says "prints", so
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

@media print {
  .run__bar,
  .run__output,
  .run__told {
    display: none;
  }
}
`;var xt=".highlight:has(> .filename) + .listing-note--prints",kt="The link that you opened holds code for a listing that is not on this page.",p=[];function ie(){U(X),tt();for(let e of document.querySelectorAll(xt)){let t=e.previousElementSibling;!t||e.querySelector(".run__bar")||(t.hasAttribute("data-run")?p.push(new _(t,e)):e.append(St()))}et(),rt()}function tt(){for(let e of p)e.block.isConnected||e.leave();p=p.filter(({block:e})=>e.isConnected)}async function et(){let e=await B().catch(()=>0),t=e?`loads ${(e/1e6).toFixed(1)} MB once`:"";for(let{weight:r}of p)r.textContent=t}function St(){let e=[...document.querySelectorAll(".code-of-page a")].filter(({href:t})=>/\.ipynb$|\.py$/.test(t)).flatMap((t,r)=>{let n=t.host===location.host?t.textContent?.replace(/ .*/,""):"Colab",i=o("a",{href:t.href},n??"");return t.hasAttribute("download")&&(i.download=""),[r?" · ":": ",i]});return o("span",{class:"run__bar run__elsewhere"},"runs on your machine",...e)}async function rt(){let e=await j(location.hash);if(!e)return;let t=p.find(({name:r})=>r===e.name);if(t)await t.showShared(e.code);else{let r=o("p",{class:"run__note run__told",role:"status"},kt);document.querySelector("article h1")?.after(r)}}addEventListener("hashchange",()=>{rt()});document.addEventListener("python-is-warm",()=>{et()});document$.subscribe(tt);export{ie as begin};
