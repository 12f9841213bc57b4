/* The server sends what is still in a page as markup (src/corridors/web/markup.py): Dash mounts one element
   for it instead of hundreds of components, and this puts the markup in as soon as the element appears.
   It stands before every script that looks at a page, so that they always see it filled. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});

  function fill(element) {
    const markup = element.getAttribute("data-html");
    element.removeAttribute("data-html");
    element.innerHTML = markup;
  }

  corridors.fill = function (root) {
    if (root.hasAttribute("data-html")) fill(root);
    else if (root.firstElementChild) for (const element of root.querySelectorAll("[data-html]")) fill(element);
  };

  new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) if (node.nodeType === 1) corridors.fill(node);
    }
  }).observe(document.body, { childList: true, subtree: true });
})();
