
package io.github.cnnclassifier.launch;

import java.io.File;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.NamedImage;

/**
 * Turns text into the value of a command's input, strictly: what does not fit
 * is an error that names what was expected and what was received. Numbers do
 * not become 0, choices not null, and nothing is rounded.
 */
final class InputValue {

	private InputValue() {}

	/**
	 * @return the value; null for an empty file name
	 * @throws WrongUsage if the text does not fit the input
	 */
	static Object of(final ModuleItem<?> item, final String text) {
		final Class<?> type = Types.box(item.getType());
		final Object value;
		if (type == Boolean.class) value = bool(item, text);
		else if (Number.class.isAssignableFrom(type)) value = number(item, type,
			text);
		else if (type == String.class) value = text;
		else if (type == File.class) value = text.isBlank() ? null : new File(text);
		else if (type == ImagePlus.class) value = image(item, text);
		else if (type.isEnum()) value = constant(item, type, text);
		else throw new WrongUsage("The input '" + item.getName() +
			"' cannot be given as text.");
		check(item, value);
		return value;
	}

	/**
	 * @param value of the input's type, or null
	 * @throws WrongUsage if it is out of range or not among the choices
	 */
	static void check(final ModuleItem<?> item, final Object value) {
		if (value == null) return;
		final Collection<?> choices = item.getChoices();
		if (choices != null && !choices.isEmpty() && !choices.contains(value))
			throw expected(item, "one of " + choices.stream().map(c -> "'" + c + "'")
				.collect(Collectors.joining(", ")), value.toString());
		if (!(value instanceof Number)) return;
		final double number = ((Number) value).doubleValue();
		final Object min = item.getMinimumValue();
		final Object max = item.getMaximumValue();
		final boolean tooLow = min instanceof Number low && number < low
			.doubleValue();
		final boolean tooHigh = max instanceof Number high && number > high
			.doubleValue();
		if (tooLow || tooHigh || Double.isNaN(number) || Double.isInfinite(number))
			throw expected(item, numberWord(item), value.toString());
	}

	private static Boolean bool(final ModuleItem<?> item, final String text) {
		if ("true".equalsIgnoreCase(text)) return true;
		if ("false".equalsIgnoreCase(text)) return false;
		throw expected(item, "true or false", text);
	}

	private static Number number(final ModuleItem<?> item, final Class<?> type,
		final String text)
	{
		try {
			// unlike Double.valueOf, this takes neither NaN nor 1d
			final BigDecimal number = new BigDecimal(text.trim());
			if (type == Double.class) return number.doubleValue();
			if (type == Float.class) return number.floatValue();
			if (type == Integer.class) return number.intValueExact();
			if (type == Long.class) return number.longValueExact();
			if (type == Short.class) return number.shortValueExact();
			return number.byteValueExact();
		}
		catch (final NumberFormatException | ArithmeticException e) {
			throw expected(item, numberWord(item), text);
		}
	}

	private static String numberWord(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		final boolean real = type == Double.class || type == Float.class;
		String word = real ? "a number" : "a whole number";
		if (item.getMinimumValue() != null) word += " from " + item
			.getMinimumValue();
		if (item.getMaximumValue() != null) word += (item.getMinimumValue() != null
			? " to " : " up to ") + item.getMaximumValue();
		return word;
	}

	private static Object constant(final ModuleItem<?> item, final Class<?> type,
		final String text)
	{
		for (final Object constant : type.getEnumConstants()) {
			if (((Enum<?>) constant).name().equals(text) || constant.toString()
				.equals(text)) return constant;
		}
		throw expected(item, "one of " + Arrays.toString(type.getEnumConstants()),
			text);
	}

	private static ImagePlus image(final ModuleItem<?> item, final String text) {
		final Optional<ImagePlus> image = NamedImage.of(text);
		if (image.isPresent()) return image.get();
		final int[] ids = WindowManager.getIDList();
		final List<String> titles = ids == null ? List.of() : Arrays.stream(ids)
			.mapToObj(id -> "'" + WindowManager.getImage(id).getTitle() + "'")
			.toList();
		throw expected(item, "the title or ID of an open image (open: " + (titles
			.isEmpty() ? "none" : String.join(", ", titles)) + ")", text);
	}

	private static WrongUsage expected(final ModuleItem<?> item,
		final String what, final String text)
	{
		return new WrongUsage("Expected '" + item.getName() + "' to be " + what +
			", got '" + text + "'.");
	}
}
