/**
 * Tours through the windows as somebody goes who uses them for the first time:
 * by mouse and keys alone, on a small screen. They count what it takes, find
 * what is cut off, and take the pictures of docs/first-hour.md.
 */

package io.github.cnnclassifier.tour;
