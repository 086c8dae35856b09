import { defineConfig } from 'vite';

const isDev = process.env.NODE_ENV === 'development';

export const paths = {
  root: '/',
  user: (id: string) => `/users/${id}`,
} as const;

export const list = [1, 2, 3].map((x) => x * 2).filter(Boolean);

export default defineConfig(({ mode }) => ({
  plugins: [react()],
  define: { __MODE__: JSON.stringify(mode) },
}));
