import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { madeUpProgram } from './dev/program.ts';

export default defineConfig({
  // Pages have addresses of their own, such as /sequences/3, so that files are named from the root.
  base: '/',
  plugins: [react(), madeUpProgram()],
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: { outDir: '../artifacts/web', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1200 },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
