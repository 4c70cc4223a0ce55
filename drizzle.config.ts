import { defineConfig } from 'drizzle-kit';

// `npm run db:generate` runs this once for each engine.
const engine = process.env['ENGINE'] === 'postgres' ? 'postgres' : 'sqlite';

export default defineConfig({
	dialect: engine === 'postgres' ? 'postgresql' : 'sqlite',
	schema: `./src/lib/server/db/schema.${engine}.ts`,
	out: `./drizzle/${engine}`
});
