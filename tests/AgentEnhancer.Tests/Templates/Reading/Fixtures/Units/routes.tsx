import { http } from 'msw';

export const {{featureName}}Handlers = [
  http.get(`${env.API_URL}/{{featureName}}`, async () => {
    return HttpResponse.json([]);
  }),

  // Never returns the password.
  http.post('/{{featureName}}/:id', ({ params }) => {
    return HttpResponse.json(params);
  }),
];

export const use{{EntityName}} = ({ {{featureName}}Id }: Options) => useQuery({ id: {{featureName}}Id });

{{#if withList}}
export const {{EntityName}}List = () => {
  return (
    <ul>
      {{{entity-name}}s.map(({{entity-name}}) => <li key={{{entity-name}}.id}>Don't</li>)}
    </ul>
  );
};
{{/if}}

{{extraExports}}
export type Tail = string;
