// Before the first paint: the language and the colours that were chosen, so that nothing flashes.
(function () {
  var kept = null;
  var language = null;
  try {
    kept = localStorage.getItem('inyeon-theme');
    language = localStorage.getItem('inyeon-language');
  } catch (e) {
    // Storage may be forbidden; then the system's choice counts.
  }
  var dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  document.documentElement.lang = language || (navigator.language.indexOf('ko') === 0 ? 'ko' : 'en');
})();
