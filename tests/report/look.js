// What is wrong with the page as it stands on the screen: a list of sentences.
(() => {
  const wrong = [];
  const say = (what, node) => wrong.push(
    `${what}: <${node.tagName}> ${node.textContent.trim().slice(0, 60)}`);
  const box = (node) => node.getBoundingClientRect();
  const all = (selector) => [...document.querySelectorAll(selector)];
  const seen = (node) => node.checkVisibility() && !node.closest("details");

  // Nothing sticks out of the page, of a card or of a cell.
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    say("wider than the window", document.documentElement);
  }
  for (const node of all("body *").filter(seen)) {
    const scrolled = node.closest(".scroll");
    if (!scrolled && box(node).right > width + 1) {
      say("out of the window", node);
    }
    if (node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0 &&
        !node.matches(".scroll, svg, svg *") &&
        getComputedStyle(node).display !== "inline") {
      say("out of its box", node);
    }
  }

  // Labels in a drawing are whole, and do not lie on one another.
  for (const svg of all("svg").filter(seen)) {
    const room = box(svg.closest("section, header"));
    const texts = [...svg.querySelectorAll("text")].map(box);
    const names = [...svg.querySelectorAll("text")];
    texts.forEach((text, i) => {
      if (text.left < room.left - 0.5 || text.right > room.right + 0.5 ||
          text.top < box(svg).top - 0.5 ||
          text.bottom > box(svg).bottom + 0.5) {
        say("a label is cut", names[i]);
      }
      texts.slice(0, i).forEach((other) => {
        if (text.left < other.right && other.left < text.right &&
            text.top + 3 < other.bottom && other.top + 3 < text.bottom) {
          say("a label lies on another one", names[i]);
        }
      });
    });
    for (const rect of svg.querySelectorAll("rect")) {
      if (box(rect).right > box(svg).right + 0.6 ||
          box(rect).bottom > box(svg).bottom + 0.6 ||
          box(rect).left < box(svg).left - 0.6 ||
          box(rect).top < box(svg).top - 0.6) {
        say("a bar is cut", rect);
      }
    }
  }

  // Contrast: 4.5 for text, 3 for bars and the limit (WCAG 2.2).
  const rgb = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const light = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((c) => c / 255).map((c) =>
      (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour.a === 1) return colour;
      if (colour.a > 0) say("a colour shines through", at);
    }
    say("no colour behind", node);
    return { r: 255, g: 255, b: 255 };
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  let texts = 0;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || node.closest("title, desc")) continue;
    const style = getComputedStyle(node);
    const colour = rgb(node.closest("svg") ? style.fill : style.color);
    const ratio = contrast(colour, behind(node));
    texts += 1;
    if (ratio < 4.5) say(`contrast ${ratio.toFixed(2)}`, node);
  }
  for (const node of all("rect, .limit")) {
    const style = getComputedStyle(node);
    const colour = node.matches("line") ? style.stroke : style.fill;
    const ratio = contrast(rgb(colour), behind(node.closest("svg")));
    if (ratio < 3) say(`contrast ${ratio.toFixed(2)}`, node);
  }
  if (texts < 50) say("hardly any text", document.body);

  // Order and names, for who does not see it.
  let level = 0;
  for (const node of all("h1, h2, h3, h4, h5, h6")) {
    if (Number(node.tagName[1]) > level + 1) say("a heading is left out", node);
    level = Number(node.tagName[1]);
  }
  if (all("h1").length !== 1) say("not one h1", document.body);
  for (const node of all("table")) {
    if (!node.querySelector("thead th[scope=col]")) say("no headers", node);
    for (const row of node.querySelectorAll("tbody tr")) {
      if (!row.querySelector("th[scope=row], td[colspan]")) {
        say("a row without a header", row);
      }
    }
  }
  for (const node of all("svg")) {
    const title = node.querySelector(":scope > title");
    if (node.getAttribute("aria-hidden") !== "true" &&
        !(node.getAttribute("role") === "img" && title?.textContent)) {
      say("a drawing without a title", node);
    }
  }
  const ids = all("[id]").map((node) => node.id);
  if (new Set(ids).size !== ids.length) say("an id twice", document.body);
  for (const node of all("a[href]")) {
    if (!document.querySelector(node.getAttribute("href"))) {
      say("a link to nowhere", node);
    }
  }
  for (const node of all("script, iframe, object, embed, link, img, base")) {
    say("not of this page", node);
  }
  return [...new Set(wrong)];
})()
