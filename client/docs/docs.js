// The viewer of the API, loaded by this page alone. It asks nobody but this server.
;(function () {
  var root = document.documentElement
  var system = matchMedia('(prefers-color-scheme: dark)')
  function follow() {
    var theme = root.dataset.theme || (system.matches ? 'dark' : 'light')
    root.classList.toggle('dark-mode', theme === 'dark')
  }
  follow()
  system.addEventListener('change', follow)
  globalThis.SwaggerUIBundle({
    url: '../api/v1/openapi.json',
    domNode: document.getElementById('viewer'),
    // A validator somewhere else would be told where this server is.
    validatorUrl: null,
    // Looking is safe to try out; a change is made on purpose, by a program.
    supportedSubmitMethods: ['get'],
    docExpansion: 'none',
    defaultModelsExpandDepth: -1,
    filter: true,
    deepLinking: true,
    tagsSorter: 'alpha',
  })
})()
