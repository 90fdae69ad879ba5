/** How the web client is built: src/web to dist/web, one script for each page. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.ANJU_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { outDir: '../../dist/web', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  server: { proxy: { '/api': { target: server } } },
});
