import express, { type Request } from 'express';

const app = express();

const handler = async (req: Request<{ id: string }>): Promise<void> => {
  const { id } = req.params;
  console.log(`{${id}`);
};

export const start = (port: number) =>
  new Promise<void>((resolve) => {
    app.listen(port, () => resolve());
  });

export class NotFound extends Error {
  readonly status = 404;

  constructor(message = "Can't find {it}") {
    super(message);
  }
}

export const asyncHandler = (fn: Function) => (req: any, res: any, next: any) =>
  Promise.resolve(fn(req, res, next)).catch(next);
