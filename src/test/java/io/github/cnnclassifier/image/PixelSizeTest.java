
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
	void theRangeHoldsTheExtremesInTheUnitOfTheFirst() {
		final PixelSizeRange range = PixelSizeRange.of(List.of(new PixelSize(0.5, 2,
			"um"), new PixelSize(400, 3000, "nm"))).orElseThrow();
		assertEquals(new PixelSize(0.4, 2, "um"), range.smallest());
		assertEquals(new PixelSize(0.5, 3, "um"), range.largest());
		assertEquals("0.4 x 2 um to 0.5 x 3 um", range.toString());
		assertEquals(Optional.empty(), PixelSizeRange.of(Arrays.asList(
			new PixelSize(1, 1, "um"), null)));
		assertEquals(Optional.empty(), PixelSizeRange.of(List.of(new PixelSize(1, 1,
			"um"), new PixelSize(1, 1, "step"))));
		assertEquals(Optional.empty(), PixelSizeRange.of(List.of()));
	}

	@ParameterizedTest
	@CsvSource({ "0.5,0.5,um,false", "0.455,0.5,um,false", "0.45,0.5,um,true",
		"0.7,0.7,micron,false", "0.75,0.7,um,true", "0.5,0.8,um,true",
		"500,500,nm,false", "250,250,nm,true", "0.5,0.5,mm,true",
		"7,7,furlong,false" })
	void clearlyOutsideIsMoreThanATenth(final double width, final double height,
		final String unit, final boolean outside)
	{
		final PixelSizeRange range = new PixelSizeRange(new PixelSize(0.5, 0.5,
			"um"), new PixelSize(0.65, 0.65, "um"));
		assertEquals(outside, range.isClearlyOutside(new PixelSize(width, height,
			unit)));
	}

	@Test
	void theTextIsShortForSquares() {
		assertEquals("0.5 micron", new PixelSize(0.5, 0.5, "micron").toString());
		assertEquals("1 x 2.5 mm", new PixelSize(1, 2.5, "mm").toString());
	}
}
