/* An element of a page, made by a script. Nothing that is put into it is ever markup. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});

  /* `props`: attributes (true: without a value; false, null, undefined: not at all), `on…` a listener. Children may be
     lists, and blanks among them are left out. */
  corridors.el = function el(tag, props, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(props || {})) {
      if (value === false || value === null || value === undefined) continue;
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== ""));
    return node;
  };
})();
