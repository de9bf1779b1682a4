// `!important`, because the page's own rules reach the host element. A rule for the host that is
// important in here wins over any of the page.
export const FIELD_BUTTON_CSS = `
:host{all:initial!important;position:fixed!important;left:var(--x)!important;top:var(--y)!important;zoom:var(--z)!important;z-index:2147483646!important;
display:flex!important;width:26px!important;height:26px!important;margin:0!important;padding:0!important;
border:0!important;background:none!important;overflow:visible!important;color-scheme:light dark!important;
pointer-events:auto!important}
[hidden]{display:none!important}
button{box-sizing:border-box;margin:0;border:1px solid light-dark(#a8235a,#ff9dbf);
background:light-dark(#fff,#252228);color:light-dark(#a8235a,#ff9dbf);
font:13px/1.4 system-ui,sans-serif;cursor:pointer}
button:hover{background:light-dark(#fbeaf1,#43202f)}
button:focus-visible{outline:2px solid light-dark(#1f5fd0,#8fb8ff);outline-offset:1px}
.main,.more{display:grid;place-items:center;flex:none;height:26px;padding:0;border-radius:6px}
.main{width:26px;box-shadow:0 1px 4px #0004}
.more{position:absolute;inset-inline-end:24px;width:20px;border-radius:6px;opacity:0;pointer-events:none}
:host(:hover) .more,.main:focus-visible~.more,.more:focus,.more[aria-expanded=true]{opacity:1;pointer-events:auto}
svg{width:16px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round}
.more svg{width:12px}
[role=menu]{position:absolute;inset-inline-end:0;top:29px;display:grid;padding:4px;
border:1px solid light-dark(#8f8690,#857c89);border-radius:6px;background:light-dark(#fff,#2d2a31);
box-shadow:0 4px 16px #0005}
.under{inset-inline-end:0;top:24px;width:26px;height:20px}
.under~[role=menu]{top:46px}
[role=menu].up{top:auto;bottom:29px}
.start{inset-inline:0 auto}
[role=menuitem]{padding:5px 10px;border:0;border-radius:4px;background:none;
color:light-dark(#1f1a20,#f3eff3);text-align:start;white-space:nowrap}`;
