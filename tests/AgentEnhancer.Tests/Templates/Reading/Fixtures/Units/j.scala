package x

import y._

/** Doc */
case class User(id: Long, name: String)

trait Repo[F[_]] {
  def find(id: Long): F[Option[User]]
  def all: List[User] = Nil
}

object Main extends App {
  val xs = List(1, 2)
    .map(_ + 1)
  def run(a: Int)(implicit b: String): Unit = {
    println(s"${xs.map(x => s"{$x}")}")
  }
}
