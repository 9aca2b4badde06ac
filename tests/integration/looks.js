// What is asked of a page with the FAQ on it, see looks.py. Nothing here changes what it shows.
window.look = ( () => {
	const around = ( id ) => document.getElementById( id ).closest( 'p' );
	const theirs = () => around( 'below' ).nextElementSibling;
	function ours() {
		const found = [];
		for ( let each = around( 'above' ).nextElementSibling; each && each !== around( 'below' );
			each = each.nextElementSibling ) {
			each.dataset.ours = '';
			found.push( each );
		}
		return found;
	}
	const all = ( selector ) => ours().flatMap(
			( each ) => [ ...each.matches( selector ) ? [ each ] : [], ...each.querySelectorAll( selector ) ] ),
		words = ( text ) => text.replace( /[\s\u200b]+/g, ' ' ).trim(),
		isShown = ( node ) => {
			const range = document.createRange();
			range.selectNodeContents( node );
			return [ ...range.getClientRects() ].some( ( each ) => each.width > 0 && each.height > 0 );
		};
	function texts( roots ) {
		return roots.flatMap( ( root ) => {
			const walker = document.createTreeWalker( root, NodeFilter.SHOW_TEXT ), found = [];
			while ( walker.nextNode() ) {
				if ( words( walker.currentNode.data ) ) {
					found.push( walker.currentNode );
				}
			}
			return found;
		} );
	}
	const colour = ( text ) => {
		const [ r, g, b, a = 1 ] = text.match( /[\d.]+/g ).map( Number );
		return { rgb: [ r, g, b ], a };
	};
	// WCAG 2.1, relative luminance and contrast ratio.
	const luminance = ( rgb ) => {
		const [ r, g, b ] = rgb.map( ( each ) => each / 255 )
			.map( ( each ) => each <= 0.04045 ? each / 12.92 : ( ( each + 0.055 ) / 1.055 ) ** 2.4 );
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const over = ( front, back ) =>
		front.rgb.map( ( each, n ) => each * front.a + back[ n ] * ( 1 - front.a ) );
	function background( element ) {
		const layers = [];
		for ( let each = element; each; each = each.parentElement ) {
			layers.push( colour( getComputedStyle( each ).backgroundColor ) );
			if ( layers[ layers.length - 1 ].a === 1 ) {
				break;
			}
		}
		return layers.reverse().reduce( ( back, front ) => over( front, back ), [ 255, 255, 255 ] );
	}
	function contrast( element ) {
		const back = background( element ),
			[ low, high ] = [ luminance( over( colour( getComputedStyle( element ).color ), back ) ),
				luminance( back ) ].sort( ( a, b ) => a - b );
		return ( high + 0.05 ) / ( low + 0.05 );
	}
	// The last heading before a node, and the words between the two.
	function above( node ) {
		const headings = all( 'h1, h2, h3, h4, h5, h6' ).filter( ( each ) =>
				each.compareDocumentPosition( node ) & Node.DOCUMENT_POSITION_FOLLOWING ),
			last = headings[ headings.length - 1 ];
		if ( !last ) {
			return { heading: null, between: '' };
		}
		const range = document.createRange();
		range.setStartAfter( last );
		range.setEndBefore( node );
		return { heading: last, between: words( range.toString() ) };
	}
	const styled = ( node ) => {
		const element = node.parentElement, style = getComputedStyle( element ),
			range = document.createRange();
		range.selectNodeContents( node );
		const boxes = [ ...range.getClientRects() ];
		return {
			text: words( node.data ), shown: isShown( node ), size: parseFloat( style.fontSize ),
			direction: style.direction, contrast: contrast( element ),
			heading: !!element.closest( 'h1, h2, h3, h4, h5, h6' ),
			right: Math.max( ...boxes.map( ( each ) => each.right ) ),
			height: Math.max( ...boxes.map( ( each ) => each.height ) )
		};
	};
	return {
		mark: () => ours().length,
		words: () => ours().map( ( each ) => each.innerText ).join( '\n' ),
		texts: () => texts( ours() ).map( styled ),
		people: () => texts( [ theirs() ] ).map( styled ),
		outline: () => {
			const anchors = new Map( all( 'h1, h2, h3, h4, h5, h6' ).map( ( each ) => [ each, [] ] ) );
			for ( const each of all( '[id^="faq-"]' ) ) {
				const { heading, between } = above( each );
				if ( heading && !between && !texts( [ each ] ).length ) {
					anchors.get( heading ).push( each.id );
				}
			}
			return [ ...anchors ].map( ( [ each, ids ] ) => ( {
				level: Number( each.tagName[ 1 ] ), text: words( each.textContent ), anchors: ids
			} ) );
		},
		ids: () => [ ...document.querySelectorAll( '[id]:not([id=""])' ) ].map( ( each ) => each.id ),
		links: () => all( 'a[href^="#"]' ).map( ( link ) => {
			const target = document.getElementById( decodeURIComponent( link.hash.slice( 1 ) ) ),
				found = target ? above( target ) : {};
			return {
				text: words( link.textContent ), to: link.hash,
				heading: found.heading ? words( found.heading.textContent ) : null,
				between: found.between
			};
		} ),
		// Where each link within the page leads, once clicked: whether all of the heading is in the
		// window, and how far its target and the heading's end are from the upper edge.
		follow: async () => {
			const found = [];
			for ( const link of all( 'a[href^="#"]' ) ) {
				scrollTo( 0, 0 );
				link.click();
				await new Promise( ( done ) => setTimeout( done ) );
				const target = document.getElementById( decodeURIComponent( link.hash.slice( 1 ) ) ),
					range = document.createRange(), end = document.scrollingElement;
				range.selectNodeContents( above( target ).heading );
				const heading = range.getBoundingClientRect();
				found.push( {
					to: link.hash, hash: location.hash, target: target.getBoundingClientRect().top,
					heading: heading.bottom, seen: heading.top > -2 && heading.bottom < innerHeight,
					end: end.scrollTop + innerHeight >= end.scrollHeight - 1,
					listed: !!link.closest( 'li' )
				} );
			}
			history.replaceState( null, '', location.pathname + location.search );
			return found;
		},
		// Blocks in which nothing stands, but for those that hold an anchor, and those that begin with
		// a blank line. The blank lines around the marker make our first block such a one.
		empty: () => all( 'p, li, ul, ol, dl, dd, dt, h2, h3, div, blockquote, b, i' )
			.filter( ( each ) => each !== ours()[ 0 ] && !words( each.textContent ) &&
				!each.matches( '[id^="faq-"]' ) && !each.querySelector( '[id^="faq-"]' ) )
			.map( ( each ) => each.outerHTML ),
		broken: () => all( 'p, li, div' ).filter( ( each ) => {
			const first = [ ...each.childNodes ].find( ( node ) =>
				node.nodeType === Node.ELEMENT_NODE || words( node.data || '' ) );
			return each !== ours()[ 0 ] && first && first.nodeName === 'BR';
		} ).map( ( each ) => each.outerHTML.slice( 0, 200 ) ),
		blocks: () => all( 'p, li, h2, h3' ).map( ( each ) => {
			const own = each.cloneNode( true );
			own.querySelectorAll( 'p, ul, ol, dl, div' ).forEach( ( inner ) => inner.remove() );
			return words( own.textContent );
		} ).filter( ( each ) => each ),
		// What each part that can be collapsed is called: the words before it in its box.
		labels: () => all( '.mw-collapsible' ).map( ( each ) => {
			const range = document.createRange();
			range.setStartBefore( each.parentElement.firstChild );
			range.setEndBefore( each );
			const copy = range.cloneContents();
			copy.querySelectorAll( '[role=button]' ).forEach( ( button ) => button.remove() );
			return words( copy.textContent );
		} ),
		collapsed: () => all( '.mw-collapsible' ).map( ( each ) => ( {
			text: words( each.textContent ), shown: texts( [ each ] ).some( isShown ),
			width: each.getBoundingClientRect().width, around: ours()[ 0 ].getBoundingClientRect().width
		} ) ),
		entries: () => {
			const found = [];
			for ( const each of ours() ) {
				if ( /^H[1-6]$/.test( each.tagName ) ) {
					found.push( { level: Number( each.tagName[ 1 ] ), heading: words( each.textContent ),
						text: '', links: [] } );
				} else if ( found.length ) {
					const entry = found[ found.length - 1 ];
					entry.text += ' ' + words( each.innerText );
					entry.links.push( ...[ ...each.querySelectorAll( 'a[href]' ) ]
						.filter( ( link ) => isShown( link ) ).map( ( link ) => link.getAttribute( 'href' ) ) );
				}
			}
			return found.filter( ( each ) => each.level === 3 );
		},
		coloured: () => all( '[style], [bgcolor], [color], [background]' ).filter( ( each ) =>
			each.hasAttribute( 'bgcolor' ) || each.hasAttribute( 'color' ) ||
			each.hasAttribute( 'background' ) || /colou?r|background|shadow/.test( each.getAttribute( 'style' ) )
		).map( ( each ) => each.outerHTML.slice( 0, 200 ) ),
		boxes: () => all( '*' ).filter( ( each ) => each.getClientRects().length &&
				each.getBoundingClientRect().right >
					around( 'above' ).parentElement.getBoundingClientRect().right + 1 )
			.map( ( each ) => each.outerHTML.slice( 0, 200 ) ),
		// The last that can have the focus before an element.
		before: ( element ) => [ ...document.querySelectorAll( 'a[href], button, input, [tabindex="0"]' ) ]
			.filter( ( each ) => isShown( each ) &&
				each.compareDocumentPosition( element ) & Node.DOCUMENT_POSITION_FOLLOWING &&
				!each.contains( element ) ).pop(),
		edge: () => around( 'above' ).parentElement.getBoundingClientRect().right,
		width: () => document.scrollingElement.scrollWidth
	};
} )();
