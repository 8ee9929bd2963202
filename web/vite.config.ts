import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

export default defineConfig({
  base: './',
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The charts and the graph come as pieces of their own, loaded by the pages that draw them.
    chunkSizeWarningLimit: 700,
    // Data addresses for small assets would need a wider content security policy.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:8480', '/openapi.json': 'http://127.0.0.1:8480' } },
})
