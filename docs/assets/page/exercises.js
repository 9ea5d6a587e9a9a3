import{a as _,b as M,c as n,d as p,e as b,f as m,g as L,h as f,i as v,j as g,k as N,l as O,m as S,n as $,o as P}from"./shared/chunk-TRICQ73P.js";var A=`/* Exercises that a reader answers in the page. The sheet of their page keeps
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
`;var E=()=>m("exercises"),T=new EventTarget;function d(){try{let t=JSON.parse(f(E())??"{}");return I(t)?t:{}}catch{return{}}}function I(t){return typeof t=="object"&&t!==null&&!Array.isArray(t)&&Object.values(t).every(e=>e==="tried"||e==="done")}function j(t,e){let r=d();r[t]!=="done"&&(r[t]=e?"done":"tried"),v(E(),JSON.stringify(r)),T.dispatchEvent(new Event("change"))}function H(){for(let t of Object.keys(d()))g(m(`exercises/${t}`));g(E()),T.dispatchEvent(new Event("change"))}function x(t){T.addEventListener("change",t)}function R(t){let e=()=>{Object.keys(d()).length===0?t.replaceChildren():z().then(r=>t.replaceChildren(...G(t,r)),()=>{})};x(e),e()}async function z(){let t=new URL("exercises/",b),e=await fetch(t);if(!e.ok)return[];let r=new DOMParser().parseFromString(await e.text(),"text/html"),s=[];for(let o of r.querySelectorAll("h2[id], [data-exercise]")){let i=o.dataset.exercise;i?s.at(-1)?.names.push(i):s.push({address:`${t.href}#${o.id}`,title:K(o),names:[]})}return s.filter(({names:o})=>o.length>0)}function K(t){return t.firstChild?.textContent?.trim()??""}function G(t,e){let r=d(),s=e.flatMap(({names:l})=>l),o=l=>r[l]==="done",i=`${s.filter(o).length} of ${s.length} exercises done`,a=e.filter(({names:l})=>l.some(u=>u in r)).map(({address:l,title:u,names:C})=>{let W=`${C.filter(o).length} of ${C.length}`;return n("li",{},n("a",{href:l},u),`: ${W}`)}),c=n("ul",{class:"progress__pages"},...a);return t.dataset.progress==="short"?[n("p",{},`${i}. `),c]:[n("p",{},`${i}; this is kept in your browser alone.`),c,Z()]}function Z(){return n("div",{class:"progress__row"},p("Save as JSON",()=>L("exercises.json",`${JSON.stringify(d(),null,1)}
`,"application/json"),{class:"run__button"}),Q())}function Q(){let t=p("Forget",()=>{t.dataset.asked?H():(t.dataset.asked="yes",t.textContent="Forget all answers and marks?")},{class:"run__button"});return t}async function y(t){let e=await fetch(new URL(`assets/exercises/${t}.json`,b));if(!e.ok)throw new Error(`${t}: ${e.status}`);return await e.json()}function q(t,e){let r=t.answer,s=e.trim().replace("−","-").replace(",","."),o=s===""?Number.NaN:Number(s);if(Number.isNaN(o))return{passed:!1,says:"Give one number, such as 0.25."};let i=c=>Math.abs(o-c)<=r.within;return i(r.value)?{passed:!0,says:t.explanation??""}:{passed:!1,says:r.wrong.find(c=>i(c.value))?.says??"Not this number; go through it line by line."}}function B(t,e){let r=t.answer.choices[e];return{passed:r?.right??!1,says:r?.says??"Choose one of these."}}var h=class{constructor(e,r){this.name=e;r.after(this.place)}name;place=n("div",{class:"exercise__marks",role:"status"});clear(){this.place.replaceChildren(),delete this.place.dataset.passed}tell(e){this.place.replaceChildren(n("p",{},e)),delete this.place.dataset.passed}show(e){j(this.name,e.passed),this.place.dataset.passed=String(e.passed);let r=e.passed?"Right. ":"Not yet. ",s=D(e.says.replace(/^Right: all/,"All"));this.place.replaceChildren(n("p",{},n("b",{},r),...s)),"error"in e&&e.error?.hint&&this.place.append(n("p",{},...D(e.error.hint))),"tests"in e&&e.tests.length&&this.place.append(V(e))}};function V({tests:t}){let e=t.map(({name:r,passed:s,says:o})=>{let i=s?"passed":"failed",a=o&&!s?`: ${o}`:"";return n("li",{"data-passed":String(s)},n("b",{},i),` ${r}${a}`)});return n("ul",{class:"exercise__tested"},...e)}function D(t){return t.split("`").map((e,r)=>r%2?n("code",{},e):document.createTextNode(e))}var X="The answer could not be loaded. Perhaps there is no network; try again.",ee="abcdefgh";function F(t,e){let r=new h(t,e),s=async i=>{try{r.show(i(await y(t)))}catch{r.tell(X)}},o=e.querySelector(".exercise__choices");o?te(o,t,i=>{s(a=>B(a,i))}):e.append(re(i=>{s(a=>q(a,i))}))}function te(t,e,r){t.setAttribute("role","radiogroup"),t.setAttribute("aria-label","Your answer; arrows move, Enter checks");let s=[],o=!1;t.addEventListener("keydown",i=>{let{key:a}=i;o=a.startsWith("Arrow");let c=s.findIndex(l=>l===i.target);a!=="Enter"&&a!==" "||c<0||(i.preventDefault(),s[c].checked=!0,r(c))}),t.addEventListener("keyup",()=>{o=!1}),[...t.children].forEach((i,a)=>{let c=`${e.replace("/","-")}-${ee[a]}`,l=n("input",{type:"radio",name:e,id:c});l.addEventListener("change",()=>{o||r(a)}),s.push(l);let u=n("label",{for:c},...i.childNodes);i.setAttribute("role","presentation"),i.append(l,u)})}function re(t){let e=n("input",{type:"text",inputmode:"decimal",size:8,autocomplete:"off"}),r=()=>t(e.value);e.addEventListener("keydown",o=>{o.key==="Enter"&&r()});let s=n("label",{},"Your number ",e);return n("div",{class:"exercise__bar"},s,p("Check",r,{class:"run__button"}))}var se="The exercise could not be loaded. Perhaps there is no network; try again.",oe="Tab indents, Escape leaves the editor, Control and Enter check.",w=class{constructor(e,r,s){this.section=e;this.name=r;this.place=s;this.marked=new h(r,s),this.output=new P(r,()=>this.start(this.last)),this.begin=this.button("Try it",()=>{this.open()}),f(this.key)!==null&&(this.begin.textContent="Your answer"),this.bar.setAttribute("aria-label",r),this.bar.append(this.weight,this.begin),s.append(this.bar),this.tellWeight()}section;name;place;bar=n("div",{class:"exercise__bar",role:"group"});weight=n("span",{class:"run__weight"});marked;output;begin;run=this.button("Run",()=>this.start("run"));check=this.button("Check",()=>this.start("check"));reset=this.button("Reset",()=>this.bringBack());exercise=null;editor=null;job=null;last="check";leave(){this.job&&$(this.job)}button(e,r){return p(e,r,{class:"run__button"})}get key(){return m(`exercises/${this.name}`)}async tellWeight(){this.weight.textContent=await N()}async open(){try{let[e,{openEditor:r}]=await Promise.all([y(this.name),import("./editor.js")]);this.exercise=e,this.show(r,f(this.key)??e.start??"")}catch{this.marked.tell(se)}}show(e,r){this.editor=e(r.replace(/\n*$/,`
`),{label:`Your answer to ${this.exercise?.title??this.name}`,describedBy:oe,changed:s=>{v(this.key,s)},run:()=>{this.job||this.start("check")},leave:()=>this.check.focus()}),this.place.classList.add("exercise__start--edited"),this.place.prepend(this.editor.host),this.begin.remove(),this.bar.append(this.reset,this.run,this.check),this.editor.focus()}bringBack(){this.editor?.replace(`${this.exercise?.start??""}
`),g(this.key),this.marked.tell("The start is back. Undo, with Control and Z, brings your answer again."),this.editor?.focus()}start(e){if(this.job){S(this.job);return}this.last=e,this.place.after(this.output.box),this.output.clear(0),this.marked.clear(),this.editor?.mark(null);let r=this.editor?.code()??"",{name:s,exercise:o}=this,i=e==="run"?{type:e,code:r,name:s,recorded:null}:{type:e,code:r,exercise:o},a=()=>{this.weight.textContent=""};this.job=O(i,this.output.listener(a,c=>this.ended(c))),this.label()}label(){let e=this.job!==null;this.run.hidden=e&&this.last==="check",this.check.hidden=e&&this.last==="run",this.run.textContent=e?"Stop":"Run",this.check.textContent=e?"Stop":"Check"}ended(e){this.job=null,this.label(),e&&(this.editor?.mark(e.error?.line??null),e.type==="done"?this.output.ends(e):(this.output.box.remove(),this.marked.show(e)))}};var ie=" (you have checked no answer yet: press again to see it)",J=new WeakSet,k=[];function We(){_(M),_(A),U();for(let t of document.querySelectorAll("[data-exercise]:not([data-state])"))ne(t,t.dataset.exercise??"");for(let t of document.querySelectorAll("[data-progress]"))J.has(t)||R(t),J.add(t)}function ne(t,e){let r=t.querySelector(".exercise__start");if(!r)return;t.dataset.grade==="predict"?F(e,r):k.push(new w(t,e,r)),ae(t);let s=()=>{t.dataset.state=d()[e]??"new"};x(s),s()}function ae(t){let e=t.querySelector(".exercise__solution"),r=e?.querySelector("summary"),s=document.createElement("span");s.setAttribute("role","status"),r?.append(s),r?.addEventListener("click",o=>{t.dataset.state!=="new"||s.textContent||e?.hasAttribute("open")||(o.preventDefault(),s.textContent=ie)})}function U(){for(let t of k)t.section.isConnected||t.leave();k=k.filter(({section:t})=>t.isConnected)}document$.subscribe(U);export{We as begin};
