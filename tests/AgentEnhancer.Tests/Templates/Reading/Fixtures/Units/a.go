package {{.Package}}

import (
	"fmt"
)

// ErrX is x.
var ErrX = errors.New("x")

const (
	A = iota
	B
)

// Service does.
type Service struct {
	db *sql.DB
}

type Repo interface {
	Get(ctx context.Context, id string) (*{{.Entity}}, error)
}

type Pair[K comparable, V any] struct {
	Key K
}

type ID string

// New makes.
func New(db *sql.DB) *Service {
	return &Service{db: db}
}

func (s *Service) Get{{.Entity}}(
	ctx context.Context,
	fn func(x interface{}) struct{},
) (map[string]interface{}, error) {
	if x := `}`; x != "" {
		return nil, fmt.Errorf("{")
	}
	return nil, nil
}

func Map[T any](in []T) interface{} { return in }

func TestGet(t *testing.T) {
	t.Run("x", func(t *testing.T) {})
}
