import 'package:flutter/material.dart';

/// Doc
@immutable
class {{Entity}}Page extends StatelessWidget {
  const {{Entity}}Page({super.key, required this.title});

  factory {{Entity}}Page.named(Map<String, dynamic> json) => {{Entity}}Page(title: json['t'] as String);

  final String title;
  static const routes = <String, int>{'a': 1};

  @override
  Widget build(BuildContext context) {
    return Text('Don\'t ${title.map((e) => '{$e}')}');
  }

  Future<void> load() async {
    await x();
  }

  int get size => 1;
}

enum Color { red, green }
extension X on String { bool get ok => true; }
mixin M on Object { void m() {} }
final provider = Provider<int>((ref) => 1);
void main() => runApp(const App());
