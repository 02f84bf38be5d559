
package io.github.cnnclassifier.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Changes the bytes of a file the way accidents and strangers do. */
final class Mutation {

	private static final int[] NUMBERS = { 0, 1, -1, 7, 255, 256, 32767, 65535,
		1 << 16, 1 << 20, 1 << 24, 1 << 30, Integer.MAX_VALUE, Integer.MIN_VALUE,
		2_000_000_000 };

	private static final List<String> WORDS = List.of("0", "-1", "1e999",
		"1e999999999", "99999999999999999999", "NaN", "null", "true", "\"\"", "[]",
		"{}", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "\\uzzzz", "\"", ",", ";",
		"\t", "\n", "\r", ":", "- ", "!!binary ", "!!int ", "!!timestamp ", "&a ",
		"*a", "? ", "|", "\u0000", "\u001b[2J", "\u202e", "\ufeff", "sep=;",
		"../../..", "a".repeat(3000));

	private final Random random;

	Mutation(final Random random) {
		this.random = random;
	}

	/** @return a changed copy, by one to four changes */
	byte[] of(final byte[] file) {
		byte[] changed = file.clone();
		for (int i = 1 + random.nextInt(4); i > 0; i--)
			changed = once(changed);
		return changed;
	}

	/** Most often a part is changed inside an intact zip. */
	byte[] ofZip(final byte[] zip) throws IOException {
		if (random.nextInt(4) == 0) return of(zip);
		final Map<String, byte[]> parts = new LinkedHashMap<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(
			zip)))
		{
			for (ZipEntry e; (e = in.getNextEntry()) != null;)
				parts.put(e.getName(), in.readAllBytes());
		}
		final List<String> names = new ArrayList<>(parts.keySet());
		// the description is what decides most, and the first
		final String name = names.get(random.nextBoolean() ? 0 : random.nextInt(
			names.size()));
		parts.put(name, of(parts.get(name)));
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (final Map.Entry<String, byte[]> part : parts.entrySet()) {
				out.putNextEntry(new ZipEntry(part.getKey()));
				out.write(part.getValue());
			}
		}
		return bytes.toByteArray();
	}

	private byte[] once(final byte[] file) {
		if (file.length < 8) return WORDS.get(random.nextInt(WORDS.size()))
			.getBytes(StandardCharsets.UTF_8);
		final int at = random.nextInt(file.length);
		switch (random.nextInt(8)) {
			case 0:
				file[at] ^= 1 << random.nextInt(8);
				return file;
			case 1:
				file[at] = (byte) random.nextInt();
				return file;
			case 2:
				return Arrays.copyOf(file, at);
			case 3:
				return number(file, Math.min(at, file.length - 4));
			case 4:
				return replaced(file, at, 0, WORDS.get(random.nextInt(WORDS.size())));
			case 5:
				return digits(file, at);
			case 6:
				return replaced(file, at, Math.min(random.nextInt(40), file.length -
					at), "");
			default:
				return repeated(file, at);
		}
	}

	private byte[] number(final byte[] file, final int at) {
		final ByteBuffer bytes = ByteBuffer.wrap(file).order(random.nextBoolean()
			? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		final int number = NUMBERS[random.nextInt(NUMBERS.length)];
		if (random.nextBoolean()) bytes.putInt(at, number);
		else bytes.putShort(at, (short) number);
		return file;
	}

	/** Another word instead of the next number. */
	private byte[] digits(final byte[] file, final int from) {
		int at = from;
		while (at < file.length && !Character.isDigit(file[at]))
			at++;
		int end = at;
		while (end < file.length && Character.isDigit(file[end]))
			end++;
		return replaced(file, at, end - at, random.nextBoolean() ? WORDS.get(random
			.nextInt(WORDS.size())) : String.valueOf(NUMBERS[random.nextInt(
				NUMBERS.length)]));
	}

	private byte[] repeated(final byte[] file, final int at) {
		final int length = Math.min(1 + random.nextInt(30), file.length - at);
		final int times = random.nextInt(4) == 0 ? 5000 : 1 + random.nextInt(3);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(file, 0, at);
		for (int i = 0; i < times; i++)
			out.write(file, at, length);
		out.write(file, at, file.length - at);
		return out.toByteArray();
	}

	private static byte[] replaced(final byte[] file, final int at,
		final int length, final String word)
	{
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(file, 0, at);
		out.writeBytes(word.getBytes(StandardCharsets.UTF_8));
		out.write(file, at + length, file.length - at - length);
		return out.toByteArray();
	}
}
