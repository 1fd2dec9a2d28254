package io.inyeon.runtime.demo;

import io.inyeon.runtime.demo.Catalogue.Product;
import java.util.ArrayList;
import java.util.List;

/// Writes what is bought and how much it costs, in the words of the e-commerce specification.
final class Counter {
  /// So many of one product.
  record Line(Product product, int quantity) {
    long price() {
      return (long) product.price() * quantity;
    }
  }

  private Counter() {}

  static long total(List<Line> lines) {
    return lines.stream().mapToLong(Line::price).sum();
  }

  /// One to a few different products.
  static List<Line> basket(Dice dice) {
    var lines = new ArrayList<Line>();
    for (var left = dice.atLeast(1, 0.4); left > 0; left--) {
      lines.add(new Line(dice.pickPopular(Catalogue.PRODUCTS), dice.atLeast(1, 0.15)));
    }
    return List.copyOf(lines);
  }

  static Body product(Body it, Product product) {
    return it.text("product_id", product.id())
        .text("sku", product.sku())
        .text("category", product.category())
        .text("name", product.name())
        .text("brand", product.brand())
        .number("price", product.price())
        .text("currency", "KRW")
        .text("url", "https://www.inyeon-shop.example" + path(product));
  }

  static String path(Product product) {
    return "/goods/" + product.slug() + "/" + product.id();
  }

  static Body products(Body it, List<Line> lines) {
    it.list("products");
    for (var line : lines) {
      var product = line.product();
      it.item().text("product_id", product.id()).text("sku", product.sku());
      it.text("name", product.name()).number("price", product.price());
      it.number("quantity", line.quantity()).text("category", product.category()).close();
    }
    return it.endList();
  }

  /// An order by parcel: its number, its sum, its lines.
  static Body order(Body it, String id, List<Line> lines) {
    return order(it, id, lines, total(lines) >= 50_000 ? 0 : 3_000);
  }

  /// An order over the counter.
  static Body sale(Body it, String id, List<Line> lines) {
    return order(it, id, lines, 0);
  }

  private static Body order(Body it, String id, List<Line> lines, int shipping) {
    var sum = total(lines);
    it.text("order_id", id).number("total", sum + shipping).number("revenue", sum);
    it.number("shipping", shipping).number("tax", sum / 11).text("currency", "KRW");
    return products(it, lines);
  }
}
