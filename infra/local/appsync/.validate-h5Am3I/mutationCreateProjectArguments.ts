import { validate } from '/work/main/api/resolvers/_lib/validate.ts';
     import { mutationCreateProjectArguments } from '/work/main/api/resolvers/_lib/rules.gen.ts';
     export function request(ctx) { validate(mutationCreateProjectArguments, ctx.args, ''); return {}; }
     export function response(ctx) { return ctx.result; }