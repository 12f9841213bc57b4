/* Browser assets by URL: asked for once, for a hashed file never changes; asked again after a failure. */
(function () {
  "use strict";
  const corridors = (window.corridors = window.corridors || {});
  const cache = new Map();

  corridors.fetchJson = (url) => {
    if (!cache.has(url)) {
      const asked = fetch(url).then((answer) => {
        if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
        return answer.json();
      });
      asked.catch(() => cache.delete(url));
      cache.set(url, asked);
    }
    return cache.get(url);
  };
})();
