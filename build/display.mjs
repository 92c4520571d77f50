/** Whether a window opened now would need a virtual display. */
export function needsVirtualDisplay() {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

/**
 * The command, wrapped in xvfb-run where there is no display. -a takes a free display number, so two runs
 * at a time do not meet; the default screen of 640×480 would be smaller than our window.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
export function onDisplay(command, args) {
  return needsVirtualDisplay()
    ? ['xvfb-run', ['-a', '--server-args=-screen 0 1600x1000x24', command, ...args]]
    : [command, [...args]];
}
