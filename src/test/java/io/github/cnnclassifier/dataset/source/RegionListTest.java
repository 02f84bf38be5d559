
package io.github.cnnclassifier.dataset.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionMask;
import io.github.cnnclassifier.image.RegionOfInterest;

class RegionListTest {

	private static final String HEADER = "path,class,group,source,roi,roiGroup," +
		"sourceX,sourceY,sourceWidth,sourceHeight,sourceSlice,sourceFrame," +
		"margin,masked";

	@TempDir
	private Path folder;

	private static SavedRegion region(final String path, final String origin) {
		return new SavedRegion(path, "dead", origin, new RegionOfInterest(7,
			"dead, 7", "2", new Region(5, 6, 3, 4), RegionMask.ALL, 2, 1), new Region(
				4, 5, 5, 6), new RegionCropping(1, true));
	}

	@Test
	void rowsAreAddedAndReplaced() throws IOException {
		final RegionList first = RegionList.of(folder);
		first.put(region("dead/a_0007.tif", "/data/a.tif"));
		first.write();
		final RegionList second = RegionList.of(folder);
		assertEquals(Optional.of("/data/a.tif"), second.origin("dead/a_0007.tif"));
		assertEquals(Optional.empty(), second.origin("dead/b_0007.tif"));
		second.put(region("dead/b_0007.tif", "/data/b, 2.tif"));
		second.put(region("dead/a_0007.tif", "/data/c.tif"));
		second.write();
		assertEquals(List.of(HEADER,
			"dead/a_0007.tif,dead,/data/c.tif,/data/c.tif,\"dead, 7\",2,4,5,5,6,2,1,1,true",
			"dead/b_0007.tif,dead,\"/data/b, 2.tif\",\"/data/b, 2.tif\",\"dead, 7\",2,4,5,5,6,2,1,1,true"),
			Files.readAllLines(folder.resolve("regions.csv")));
	}

	@Test
	void columnsAndRowsOfTheUserStay() throws IOException {
		Files.writeString(folder.resolve("regions.csv"),
			"\ufeffpath,split,class\r\nmine/x.tif,test,mine\r\n");
		final RegionList list = RegionList.of(folder);
		list.put(region("dead/a_0007.tif", "a"));
		list.write();
		final List<String> lines = Files.readAllLines(folder.resolve(
			"regions.csv"));
		assertTrue(lines.get(0).startsWith("path,split,class,group,source,"), lines
			.get(0));
		assertEquals("mine/x.tif,test,mine,,,,,,,,,,,,", lines.get(1));
		assertTrue(lines.get(2).startsWith("dead/a_0007.tif,,dead,a,a,"), lines.get(
			2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "hello", "path;class\na;b", "path,path,class\n",
		"path,class\na\n", "path,class\n\"a,b\n" })
	void anotherFileOfThatNameIsLeftAlone(final String text) throws IOException {
		final Path file = Files.writeString(folder.resolve("regions.csv"), text);
		assertTrue(assertThrows(UserFailure.class, () -> RegionList.of(folder))
			.getMessage().contains("columns path and class"));
		assertEquals(text, Files.readString(file));
	}
}
