import Foundation

/// Doc
@MainActor
public final class Store<T: Codable>: ObservableObject where T: Sendable {
    @Published var items: [T] = []
    private let queue = DispatchQueue(label: "x")
    var count: Int {
        items.count
    }

    init(items: [T] = []) {
        self.items = items
    }

    func load(_ url: URL) async throws -> [T] {
        let s = "a \(items.map { "\($0)" }) {"
        return []
    }

    static func == (l: Store, r: Store) -> Bool { true }
}

extension Store: Equatable {
    func extra() {}
}

protocol P { func a() -> Int; var b: String { get } }

struct ContentView: View {
    var body: some View {
        Text("Don't {")
    }
}

enum E: String { case a, b }
final class StoreTests: XCTestCase {
    func testLoad() throws {
        XCTAssertTrue(true)
    }
}
