/* A question to the server whose answer is JSON: { status, content }, whatever happens (0: nobody answered). */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});

  /* `token`: who may write (elsewhere than on the server's own machine); `body`: an object, or bytes of a `type`;
     `keepalive`: also while the page is left. */
  corridors.ask = function ask(method, path, { token, body, type, keepalive } = {}) {
    const headers = { Accept: "application/json" };
    if (token) headers["X-Corridors-Token"] = token;
    if (body) headers["Content-Type"] = type || "application/json";
    const sent = body && (type ? body : JSON.stringify(body));
    return fetch(corridors.base + path, { method, headers, cache: "no-store", keepalive: Boolean(keepalive), body: sent }).then(
      (answer) => answer.json().then((content) => ({ status: answer.status, content })).catch(() => ({ status: answer.status, content: {} })),
      () => ({ status: 0, content: {} })
    );
  };
})();
