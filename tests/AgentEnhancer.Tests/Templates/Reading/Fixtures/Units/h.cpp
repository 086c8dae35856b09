#include <vector>
#define MAX(a, b) \
    ((a) > (b) ? (a) : (b))

namespace app {

// Doc
template <typename T>
class Box : public Base<T> {
public:
    explicit Box(T v) : value_{v}, other_(0) {}
    ~Box() override = default;
    T get() const noexcept { return value_; }
    void declared(int x);
private:
    T value_;
};

struct Point { int x; int y; };
enum class Color { Red, Green };

void Box::declared(int x) {
    auto s = R"x(} " {)x";
    char c = '{';
}

static int helper(const std::string& s) { return 1; }

}  // namespace app

TEST(BoxTest, Works) {
    EXPECT_EQ(1, 1);
}

int main(int argc, char** argv) {
    return 0;
}
