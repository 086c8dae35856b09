package {{package}};

import java.util.*;

/** Doc. */
@Service
@RequestMapping("/api/{{entity}}")
public class {{Entity}}Service<T extends Comparable<T>> implements Foo, Bar<T> {
    private static final Logger LOG = LoggerFactory.getLogger({{Entity}}Service.class);
    private final Map<String, List<T>> map = new HashMap<>() {{ put("a", null); }};
    private int plain;

    @Autowired
    public {{Entity}}Service(Repo repo) {
        this.repo = repo;
    }

    static {
        init();
    }

    @Override
    @GetMapping(value = "/{id}", produces = "x")
    public <R> Optional<R> find(@PathVariable("id") Long id) throws IOException, FooException {
        char c = '{';
        return Optional.empty();
    }

    abstract void nothing(int[] a);

    @Test
    void shouldWork() {
        String s = """
            { text
            """;
    }

    enum Status { A(1), B(2) { int x() { return 1; } }; private final int n; Status(int n) { this.n = n; } }
    @interface Ann { String value() default "x"; }
    record P(int x, int y) { P { check(x); } }
}
