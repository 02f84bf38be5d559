
package io.github.cnnclassifier.workflow.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFilterTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "*.tif | a.tif | true",
		"*.tif | x/y/A.TIF | true", "*.tif | a.tiff | false",
		"a.*, b* | x/b.png | true", "*DAPI* | w1_dapi_3.tif | true",
		"*DAPI* | dapi/1.tif | false", "dapi/* | dapi/1.tif | true",
		"dapi/* | x/dapi/1.tif | false", "dapi/* | dapi/y/1.tif | false",
		"dapi/** | dapi/y/1.tif | true", "**/dapi/** | x/dapi/1.tif | true",
		"**/dapi/** | dapi/1.tif | true", "**/dapi/*.tif | x/y/dapi/1.tif | true",
		"a?.png | ab.png | true", "a?.png | a.png | false",
		"a[1].png | a[1].png | true", "a[1].png | a1.png | false",
		"a+(b).p^g | a+(b).p^g | true", "x\\,y.* | x,y.png | true",
		"\u00dc*.png | \u00fcber.png | true" })
	void patternsFitNames(final String patterns, final String name,
		final boolean fits)
	{
		assertEquals(fits, NameFilter.parse(patterns, "").test().test(name));
		assertEquals(!fits, NameFilter.parse("", patterns).test().test(name));
	}

	@Test
	void nothingGivenIsEverything() {
		assertEquals(NameFilter.ALL, NameFilter.parse(" , ", ""));
		assertTrue(NameFilter.ALL.test().test("any/thing"));
		assertEquals("*.tif, *.png, but not *mask*", NameFilter.parse("*.tif,*.png",
			"*mask*").words());
	}
}
