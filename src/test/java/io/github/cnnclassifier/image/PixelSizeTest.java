
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelSizeTest {

	@ParameterizedTest
	@CsvSource({ "500,nm,micron,0.5", "0.5,µm,nm,500", "0.5,\u03bcm,um,0.5",
		"2,microns,mm,0.002", "1,inch,mm,25.4", "3,furlong,Furlong,3",
		"1,cm,Micrometer,10000" })
	void lengthsAreConverted(final double length, final String from,
		final String to, final double expected)
	{
		final PixelSize converted = new PixelSize(length, 2 * length, from).in(to)
			.orElseThrow();
		assertEquals(expected, converted.width(), 1e-12 * expected);
		assertEquals(2 * expected, converted.height(), 2e-12 * expected);
		assertEquals(to, converted.unit());
	}

	@Test
	void otherUnitsAreNot() {
		assertEquals(Optional.empty(), new PixelSize(1, 1, "sec").in("mm"));
		assertEquals(Optional.empty(), new PixelSize(1, 1, "mm").in("pixel"));
	}

	@Test
	void theMedianIsOneThatExistsInTheUnitOfTheFirst() {
		assertEquals(Optional.of(new PixelSize(0.5, 2, "um")), PixelSize.median(List
			.of(new PixelSize(0.5, 2, "um"), new PixelSize(100, 3000, "nm"),
				new PixelSize(0.7, 1, "micron"), new PixelSize(0.9, 5, "um"))));
	}

	@Test
	void thereIsNoMedianWhereOneIsUnknown() {
		assertEquals(Optional.empty(), PixelSize.median(List.of()));
		assertEquals(Optional.empty(), PixelSize.median(Arrays.asList(new PixelSize(
			1, 1, "um"), null)));
		assertEquals(Optional.empty(), PixelSize.median(List.of(new PixelSize(1, 1,
			"um"), new PixelSize(1, 1, "step"))));
	}

	@Test
	void theTextIsShortForSquares() {
		assertEquals("0.5 micron", new PixelSize(0.5, 0.5, "micron").toString());
		assertEquals("1 x 2.5 mm", new PixelSize(1, 2.5, "mm").toString());
	}
}
