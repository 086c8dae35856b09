export const useToggle = (initial = false) => {
  const [on, set] = useState(initial);
  return { on, toggle: () => set((v) => !v) } as const;
};

export function useUser(id: string): { user?: User; error?: Error } {
  return useQuery({ queryKey: ['user', id], queryFn: () => api.get(`/users/${id}`) });
}

export const useStore = create<State>()((set) => ({
  count: 0,
  inc: () => set((s) => ({ count: s.count + 1 })),
}));

export const { useA, useB } = createHooks({ x: 1 });
