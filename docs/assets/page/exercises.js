import{a as _,b as M,c as d,d as u,e as m,f as N,g as f,h as g,i as b,j as L,k as S,l as O,m as $,n as P}from"./shared/chunk-KTI7SW76.js";import{b as i}from"./shared/chunk-HLBJYYGJ.js";import"./shared/chunk-XLWNFKME.js";var A=`/* Exercises that a reader answers in the page. The sheet of their page keeps
   the places free. */

.exercise__bar {
  position: absolute;
  right: 0;
  bottom: 0;
  left: 0;
  display: flex;
  gap: 0.3rem;
  align-items: center;
  justify-content: flex-end;
  height: 1.5rem;
  font-size: 0.66rem;
  color: var(--md-default-fg-color--light);
}

.exercise__bar label {
  margin-right: auto;
  color: var(--md-default-fg-color);
}

.exercise__bar input {
  width: 6rem;
  height: 1.2rem;
  padding: 0 0.3rem;
  border: 0.05rem solid var(--md-default-fg-color--light);
  border-radius: 0.2rem;
  background: var(--md-default-bg-color);
  color: var(--md-default-fg-color);
  font: inherit;
}

.exercise__choices input {
  position: absolute;
  left: 0;
  width: 0.8rem;
  height: 0.8rem;
  margin: 0.25rem 0;
  accent-color: var(--figure-blue);
}

.exercise__choices label {
  cursor: pointer;
}

.exercise__start--edited > .highlight {
  display: none;
}

.exercise__marks > p {
  margin: 0.6em 0;
  padding-left: 0.6rem;
  border-left: 0.15rem solid var(--md-default-fg-color--light);
  font-size: 0.74rem;
}

.exercise__marks[data-passed="true"] > p {
  border-color: var(--figure-green);
}

.exercise__marks[data-passed="false"] > p {
  border-color: var(--figure-orange);
}

.md-typeset .exercise__tested {
  margin: 0.4em 0 0.8em;
  font-size: 0.7rem;
}

.exercise__tested [data-passed="true"] b {
  color: var(--figure-green);
}

.exercise__tested [data-passed="false"] b {
  color: var(--figure-orange);
}

.exercise[data-state="done"] > .exercise__about::after {
  content: " · done";
  font-weight: 600;
  color: var(--figure-green);
}

.exercise[data-state="tried"] > .exercise__about::after {
  content: " · tried";
  font-weight: 600;
  color: var(--figure-orange);
}

.progress__row {
  display: flex;
  gap: 0.3rem;
}

@media print {
  .exercise__bar,
  .exercise__marks {
    display: none;
  }
}
`;var E=()=>m("exercises"),T=new EventTarget;function p(){try{let t=JSON.parse(f(E())??"{}");return Y(t)?t:{}}catch{return{}}}function Y(t){return typeof t=="object"&&t!==null&&!Array.isArray(t)&&Object.values(t).every(e=>e==="tried"||e==="done")}function j(t,e){let r=p();r[t]!=="done"&&(r[t]=e?"done":"tried"),g(E(),JSON.stringify(r)),T.dispatchEvent(new Event("change"))}function H(){b(E()),T.dispatchEvent(new Event("change"))}function v(t){T.addEventListener("change",t)}function R(t){let e=()=>{Object.keys(p()).length===0?t.replaceChildren():z().then(r=>t.replaceChildren(...K(t,r)),()=>{})};v(e),e()}async function z(){let t=new URL("exercises/",u),e=await fetch(t);if(!e.ok)return[];let r=new DOMParser().parseFromString(await e.text(),"text/html"),s=[];for(let o of r.querySelectorAll("h2[id], [data-exercise]")){let n=o.dataset.exercise;n?s.at(-1)?.names.push(n):s.push({address:`${t.href}#${o.id}`,title:I(o),names:[]})}return s.filter(({names:o})=>o.length>0)}function I(t){return t.firstChild?.textContent?.trim()??""}function K(t,e){let r=p(),s=e.flatMap(({names:l})=>l),o=l=>r[l]==="done",n=`${s.filter(o).length} of ${s.length} exercises done`,a=e.filter(({names:l})=>l.some(k=>k in r)).map(({address:l,title:k,names:C})=>{let D=`${C.filter(o).length} of ${C.length}`;return i("li",{},i("a",{href:l},k),`: ${D}`)}),c=i("ul",{class:"progress__pages"},...a);return t.dataset.progress==="short"?[i("p",{},`${n}. `),c]:[i("p",{},`${n}; this is kept in your browser alone.`),c,G()]}function G(){return i("div",{class:"progress__row"},d("Save as JSON",()=>N("exercises.json",`${JSON.stringify(p(),null,1)}
`,"application/json"),{class:"run__button"}),d("Forget",H,{class:"run__button"}))}async function x(t){let e=await fetch(new URL(`assets/exercises/${t}.json`,u));if(!e.ok)throw new Error(`${t}: ${e.status}`);return await e.json()}function q(t,e){let r=t.answer,s=e.trim().replace("−","-").replace(",","."),o=s===""?Number.NaN:Number(s);if(Number.isNaN(o))return{passed:!1,says:"Give one number, such as 0.25."};let n=c=>Math.abs(o-c)<=r.within;return n(r.value)?{passed:!0,says:t.explanation??""}:{passed:!1,says:r.wrong.find(c=>n(c.value))?.says??"Not this number; go through it line by line."}}function B(t,e){let r=t.answer.choices[e];return{passed:r?.right??!1,says:r?.says??"Choose one of these."}}var h=class{constructor(e,r){this.name=e;r.after(this.place)}name;place=i("div",{class:"exercise__marks",role:"status"});tell(e){this.place.replaceChildren(i("p",{},e)),delete this.place.dataset.passed}show(e){j(this.name,e.passed),this.place.dataset.passed=String(e.passed);let r=e.passed?"Right. ":"Not yet. ",s=Q(e.says.replace(/^Right: all/,"All"));this.place.replaceChildren(i("p",{},i("b",{},r),...s)),"tests"in e&&e.tests.length&&this.place.append(Z(e))}};function Z({tests:t}){let e=t.map(({name:r,passed:s,says:o})=>{let n=s?"passed":"failed",a=o&&!s?`: ${o}`:"";return i("li",{"data-passed":String(s)},i("b",{},n),` ${r}${a}`)});return i("ul",{class:"exercise__tested"},...e)}function Q(t){return t.split("`").map((e,r)=>r%2?i("code",{},e):document.createTextNode(e))}var V="The answer could not be loaded. Perhaps there is no network; try again.",X="abcdefgh";function F(t,e){let r=new h(t,e),s=async n=>{try{r.show(n(await x(t)))}catch{r.tell(V)}},o=e.querySelector(".exercise__choices");o?ee(o,t,n=>{s(a=>B(a,n))}):e.append(te(n=>{s(a=>q(a,n))}))}function ee(t,e,r){t.setAttribute("role","radiogroup"),t.setAttribute("aria-label","Your answer"),[...t.children].forEach((s,o)=>{let n=`${e.replace("/","-")}-${X[o]}`,a=i("input",{type:"radio",name:e,id:n});a.addEventListener("change",()=>r(o));let c=i("label",{for:n},...s.childNodes);s.setAttribute("role","presentation"),s.append(a,c)})}function te(t){let e=i("input",{type:"text",inputmode:"decimal",size:8,autocomplete:"off"}),r=()=>t(e.value);e.addEventListener("keydown",o=>{o.key==="Enter"&&r()});let s=i("label",{},"Your number ",e);return i("div",{class:"exercise__bar"},s,d("Check",r,{class:"run__button"}))}var re="The exercise could not be loaded. Perhaps there is no network; try again.",se="Tab indents, Escape leaves the editor, Control and Enter check.",y=class{constructor(e,r,s){this.section=e;this.name=r;this.place=s;this.marked=new h(r,s),this.output=new P(r,()=>this.start(this.last)),this.begin=this.button("Try it",()=>{this.open()}),this.bar.setAttribute("aria-label",r),this.bar.append(this.weight,this.begin),s.append(this.bar),this.tellWeight()}section;name;place;bar=i("div",{class:"exercise__bar",role:"group"});weight=i("span",{class:"run__weight"});marked;output;begin;run=this.button("Run",()=>this.start("run"));check=this.button("Check",()=>this.start("check"));reset=this.button("Reset",()=>this.bringBack());exercise=null;editor=null;job=null;last="check";leave(){this.job&&$(this.job)}button(e,r){return d(e,r,{class:"run__button"})}get key(){return m(`exercises/${this.name}`)}async tellWeight(){let e=await L().catch(()=>0);this.weight.textContent=e?`loads ${(e/1e6).toFixed(1)} MB once`:""}async open(){try{let[e,{openEditor:r}]=await Promise.all([x(this.name),import("./editor.js")]);this.exercise=e,this.show(r,f(this.key)??e.start??"")}catch{this.marked.tell(re)}}show(e,r){this.editor=e(r.replace(/\n*$/,`
`),{label:`Your answer to ${this.exercise?.title??this.name}`,describedBy:se,changed:s=>{g(this.key,s)},run:()=>{this.job||this.start("check")},leave:()=>this.check.focus()}),this.place.classList.add("exercise__start--edited"),this.place.prepend(this.editor.host),this.begin.remove(),this.bar.append(this.reset,this.run,this.check),this.editor.focus()}bringBack(){this.editor?.replace(`${this.exercise?.start??""}
`),b(this.key),this.marked.tell("The start is back. Undo, with Control and Z, brings your answer again."),this.editor?.focus()}start(e){if(this.job){O(this.job);return}this.last=e,this.place.after(this.output.box),this.output.clear(0),this.editor?.mark(null);let r=this.editor?.code()??"",{name:s,exercise:o}=this,n=e==="run"?{type:e,code:r,name:s,recorded:null}:{type:e,code:r,exercise:o};this.job=S(n,this.listener()),this.label()}label(){let e=this.job!==null;this.run.hidden=e&&this.last==="check",this.check.hidden=e&&this.last==="run",this.run.textContent=e?"Stop":"Run",this.check.textContent=e?"Stop":"Check"}listener(){let{output:e}=this,r=()=>{this.job=null,this.label()};return{waits:()=>e.waits(),loads:(s,o)=>e.loads(s,o),begins:()=>{this.weight.textContent="",e.begins()},prints:s=>e.prints(s),draws:(s,o)=>e.draws(s,o),ends:s=>{r(),this.ends(s)},breaks:s=>{r(),e.breaks(s)}}}ends(e){this.editor?.mark(e.error?.line??null),e.type==="done"?this.output.ends(e):(this.output.box.remove(),this.marked.show(e))}};var oe=" (you have checked no answer yet: press again to see it)",J=new WeakSet,w=[];function De(){_(M),_(A),U();for(let t of document.querySelectorAll("[data-exercise]:not([data-state])"))ie(t,t.dataset.exercise??"");for(let t of document.querySelectorAll("[data-progress]"))J.has(t)||R(t),J.add(t)}function ie(t,e){let r=t.querySelector(".exercise__start");if(!r)return;t.dataset.grade==="predict"?F(e,r):w.push(new y(t,e,r)),ne(t);let s=()=>{t.dataset.state=p()[e]??"new"};v(s),s()}function ne(t){let e=t.querySelector(".exercise__solution"),r=e?.querySelector("summary"),s=document.createElement("span");s.setAttribute("role","status"),r?.append(s),r?.addEventListener("click",o=>{t.dataset.state!=="new"||s.textContent||e?.hasAttribute("open")||(o.preventDefault(),s.textContent=oe)})}function U(){for(let t of w)t.section.isConnected||t.leave();w=w.filter(({section:t})=>t.isConnected)}document$.subscribe(U);export{De as begin};
