// Before the first paint, so that a chosen theme or text size never flashes.
;(function () {
  try {
    var root = document.documentElement
    var chosen = JSON.parse(localStorage.getItem('recollect.appearance' + (root.dataset.base || '')) || '{}')
    if (chosen.theme === 'light' || chosen.theme === 'dark') root.dataset.theme = chosen.theme
    if (chosen.motion === 'none') root.dataset.motion = 'none'
    if (chosen.textSize >= 90 && chosen.textSize <= 140) root.style.fontSize = chosen.textSize + '%'
  } catch {
    // Without storage the page simply follows the system.
  }
})()
