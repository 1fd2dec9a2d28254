/** Screens that belong together; the first of each stands in the rail. */
export const BESIDE = {
  requests: ['/requests', '/corrections', '/decisions', '/erasures'],
  retention: ['/retention', '/statutory'],
  quarantine: ['/quarantine', '/bots'],
} as const;
