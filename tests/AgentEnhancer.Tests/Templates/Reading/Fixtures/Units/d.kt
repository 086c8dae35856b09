package x

import y.z

/** Doc */
@Serializable
data class User(
    val id: Long,
    val name: String = "x",
)

sealed interface State { object Idle : State }

class Service(private val repo: Repo) : Base(), Iface {
    private val cache = mutableMapOf<String, User>()
    val size: Int
        get() = cache.size

    init {
        load()
    }

    constructor(a: Int) : this(Repo(a))

    suspend fun find(id: Long): User? = repo.find(id)
        ?.let { it }

    override fun <T> map(block: (User) -> T): List<T> {
        return listOf("${cache.map { "{" }}")
    }

    companion object {
        const val MAX = 3
        fun create() = Service(Repo())
    }

    @Test
    fun `does the thing`() {
        assert(true)
    }
}

fun String.shout() = uppercase()

typealias Handler = (User) -> Unit
val top = listOf(1, 2)
