// Written so that any browser can run it. It asks for the two things among those the app can't do without that came
// last; .ci/browser-floor.mjs has the versions.
;(function () {
  var root = document.getElementById('root')
  if (!root || ('popover' in HTMLElement.prototype && 'CSSPropertyRule' in window)) return
  root.textContent =
    'This browser is too old for Ballast. Update it, or use Chrome or Edge 114, Firefox 128, Safari 17 or newer.'
})()
